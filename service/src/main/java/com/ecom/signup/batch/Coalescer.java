package com.ecom.signup.batch;

import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.trace.Span;
import com.ecom.signup.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Turns single calls into batches without making any of them wait for company.
 *
 * <p>A few <em>lanes</em> (threads) each run one batch at a time. While all lanes are busy, new
 * calls gather in a queue; the lane that comes free takes all of them, up to {@link
 * Limits#batchSize()}, as its next batch. There is no timer and no linger: a call that finds a lane
 * free leaves at once as a batch of one, and the busier the database, the larger the batches and
 * the cheaper each call.
 *
 * <p>Each call is answered exactly once, on the executor it named as its home (its event loop):
 *
 * <ul>
 *   <li>with its own answer, once its batch has been committed;
 *   <li>with {@code busy} at once, when {@link Limits#queueSize()} calls wait already, or the first
 *       of them has waited for {@link Limits#queueTime()} although batches land;
 *   <li>with {@code busy} after {@link Limits#patience()}, wherever the call is by then: in the
 *       queue (it will not be run) or in a batch under way (its outcome is unknown to the caller,
 *       who may ask again);
 *   <li>with {@code failed} when its batch threw anything else.
 * </ul>
 *
 * <p>A batch that meets {@link DatabaseUnavailableException} is tried again until the patience of
 * its last call is used up, so batches must be safe to repeat.
 *
 * @param <Q> a question
 * @param <A> an answer
 */
public final class Coalescer<Q, A> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Coalescer.class);
  private static final Duration SWEEP = Duration.ofMillis(50);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  /** Runs one batch: answers in the order of the questions, one for each. */
  @FunctionalInterface
  public interface Batch<Q, A> {
    /**
     * Answers all questions of a batch.
     *
     * @throws DatabaseUnavailableException if the batch may be tried again
     */
    List<A> run(List<Q> questions);
  }

  private final String name;
  private final Limits limits;
  private final Batch<Q, A> batch;
  private final A busy;
  private final A failed;
  private final long patience;

  private final CallQueue<Q, A> queue;
  private final Meters meters;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param name of the threads and the log lines
   * @param busy the answer of a call that was turned away or whose patience ran out
   * @param failed the answer of a call whose batch failed for good
   */
  public Coalescer(
      String name, Limits limits, Batch<Q, A> batch, A busy, A failed, MeterRegistry meters) {
    this.name = name;
    this.limits = limits;
    this.batch = batch;
    this.busy = busy;
    this.failed = failed;
    this.patience = limits.patience().toNanos();
    this.queue = new CallQueue<>(limits.queueSize(), limits.queueTime().toNanos());
    this.meters = new Meters(name, meters, queue::waiting);
  }

  /** Starts the lanes; calls asked before wait in the queue. */
  public void start() {
    for (int lane = 1; lane <= limits.lanes(); lane++) {
      threads.add(Thread.ofPlatform().daemon().name(name + "-" + lane).start(this::lane));
    }
    threads.add(Thread.ofPlatform().daemon().name(name + "-patience").start(this::watchPatience));
  }

  /**
   * Asks one question.
   *
   * @param home runs {@code then}; calls of one batch with the same home share one task
   */
  public void ask(Q question, Executor home, Consumer<A> then) {
    long now = System.nanoTime();
    Call<Q, A> call = new Call<>(question, home, then, now, patience);
    if (!queue.add(call, now)) {
      meters.turnedAway();
      bring(home, () -> call.answer(busy));
    }
  }

  /**
   * Whether a call is turned away now, and counts it if so: asked before work is spent on making a
   * question.
   */
  public boolean turnsAway() {
    boolean full = queue.turnsAway(System.nanoTime());
    if (full) {
      meters.turnedAway();
    }
    return full;
  }

  /**
   * Between two batches a lane steps back once, so that event loops that are ready to ask run
   * first: where they share few cores, their calls come into this batch rather than the next. With
   * a core to spare that takes no time.
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing but the size of batches relies on it
  private void lane() {
    List<Call<Q, A>> calls = queue.take(limits.batchSize());
    while (!calls.isEmpty()) {
      try {
        run(calls);
      } finally {
        queue.landed(calls);
      }
      Thread.yield();
      calls = queue.take(limits.batchSize());
    }
  }

  private void run(List<Call<Q, A>> calls) {
    List<Q> questions = calls.stream().map(call -> call.question).toList();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        long start = System.nanoTime();
        List<A> answers = run(calls, questions);
        meters.ran(calls.size(), System.nanoTime() - start);
        answer(calls, answers);
        return;
      } catch (DatabaseUnavailableException e) {
        LOG.debugf("%s: batch of %d waits for the database: %s", name, calls.size(), e.reason());
        if (!waits(calls)) {
          return;
        }
        sleep(pause);
        pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
      } catch (RuntimeException | Error e) {
        LOG.errorf("%s: a batch of %d failed (%s)", name, calls.size(), e.getClass().getName());
        LOG.debug("The batch failed", e);
        settle(calls, failed);
        return;
      }
    }
  }

  private List<A> run(List<Call<Q, A>> calls, List<Q> questions) {
    if (!Traces.areOn()) {
      return batch.run(questions);
    }
    var places = calls.stream().flatMap(call -> call.place().stream()).toList();
    try (Span span = Traces.batch(name, places)) {
      span.tell("signup.batch.calls", calls.size());
      return batch.run(questions);
    }
  }

  private boolean waits(List<Call<Q, A>> calls) {
    return calls.stream().anyMatch(Call::unanswered);
  }

  private void answer(List<Call<Q, A>> calls, List<A> answers) {
    IdentityHashMap<Executor, List<Runnable>> tasks = new IdentityHashMap<>();
    for (int i = 0; i < calls.size(); i++) {
      Call<Q, A> call = calls.get(i);
      A answer = answers.get(i);
      tasks.computeIfAbsent(call.home, home -> new ArrayList<>()).add(() -> call.answer(answer));
    }
    tasks.forEach((home, answered) -> bring(home, () -> answered.forEach(Runnable::run)));
  }

  private void settle(List<Call<Q, A>> calls, A answer) {
    calls.forEach(call -> bring(call.home, () -> call.answer(answer)));
  }

  /** A home that has shut down has nobody left who waits for an answer. */
  private static void bring(Executor home, Runnable answer) {
    try {
      home.execute(answer);
    } catch (RejectedExecutionException e) {
      LOG.debug("An answer came too late", e);
    }
  }

  private void watchPatience() {
    while (!queue.isDone()) {
      sleep(SWEEP);
      List<Call<Q, A>> impatient = queue.impatient(System.nanoTime());
      meters.gaveUp(impatient.size());
      settle(impatient, busy);
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no further calls, answers those it has, and stops its lanes. */
  @Override
  public void close() {
    queue.close();
    for (Thread thread : threads) {
      try {
        thread.join(limits.patience().toMillis() + TimeUnit.SECONDS.toMillis(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
