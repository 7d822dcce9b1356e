package com.ecom.signup.batch;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One question on its way; whoever answers first is heard, everybody else is not. */
final class Call<Q, A> {
  final Q question;
  final Executor home;
  private final Consumer<A> then;
  private final long deadline;
  private final AtomicBoolean answered = new AtomicBoolean();

  /**
   * @param deadline in the time of {@link System#nanoTime()}
   */
  Call(Q question, Executor home, Consumer<A> then, long deadline) {
    this.question = question;
    this.home = home;
    this.then = then;
    this.deadline = deadline;
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
    return now - deadline >= 0 && unanswered();
  }
}
