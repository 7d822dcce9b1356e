package com.ecom.signup.batch;

import com.ecom.signup.trace.TraceParent;
import com.ecom.signup.trace.Traces;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question on its way; whoever answers first is heard, everybody else is not. */
final class Call<Q, A> {
  final Q question;
  final Executor home;
  private final Consumer<A> then;
  private final long asked;
  private final long patience;
  private final @Nullable TraceParent place = Traces.areOn() ? Traces.current() : null;
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

  /** Where in a trace it was asked. */
  Optional<TraceParent> place() {
    return Optional.ofNullable(place);
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
