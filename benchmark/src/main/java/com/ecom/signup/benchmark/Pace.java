package com.ecom.signup.benchmark;

/**
 * How long things take, in seconds.
 *
 * @param warmUp before measuring, for each route, on whole cores
 * @param quarterWarmUp the same at a quarter of a CPU
 * @param run of each measurement
 * @param overload of the calls that are too many
 * @param idle after a start, before memory is read
 * @param starts of each kind, a number
 * @param turns of what is compared, a number
 */
record Pace(int warmUp, int quarterWarmUp, int run, int overload, int idle, int starts, int turns) {

  static final Pace USUAL = new Pace(30, 60, 15, 15, 10, 5, 5);
  static final Pace QUICK = new Pace(2, 2, 2, 2, 1, 1, 1);

  /** A quarter of a CPU compiles slower: it gets twice the time. */
  Pace withWarmUp(int seconds) {
    return new Pace(seconds, 2 * seconds, run, overload, idle, starts, turns);
  }

  Pace withRun(int seconds) {
    return new Pace(warmUp, quarterWarmUp, seconds, overload, idle, starts, turns);
  }
}
