package com.ecom.signup.batch;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One question on its way; whoever answers first is heard, everybody else is not. */
final class Call<Q, A> {
  final Q question;
  final Executor home;
  private final Consumer<A> then;
  private final long asked;
  private final long patience;
  private final AtomicBoolean answered = new AtomicBoolean();

  /**
   * @param asked when, in the time of {@link System#nanoTime()}
   * @param patience in nanoseconds
   */
  Call(Q question, Executor home, Consumer<A> then, long asked, long patience) {
    this.question = question;
    this.home = home;
    this.then = then;
    this.asked = asked;
    this.patience = patience;
  }

  void answer(A answer) {
    if (answered.compareAndSet(false, true)) {
      then.accept(answer);
    }
  }

  boolean unanswered() {
    return !answered.get();
  }

  boolean impatient(long now) {
    return hasWaited(patience, now) && unanswered();
  }

  boolean hasWaited(long nanoseconds, long now) {
    return now - asked >= nanoseconds;
  }
}
