package com.ecom.signup.chore;

import java.time.Duration;

/** Something to be done again and again; every replica does it, so they have to take turns. */
public interface Chore {
  /** From the end of one time to the beginning of the next. */
  Duration pause();

  /** Does a little of it: all chores of a replica share one thread. */
  void run();
}
