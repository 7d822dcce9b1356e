package com.ecom.signup.batch;

import com.ecom.signup.database.DatabaseUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
 *   <li>with {@code busy} at once, when {@link Limits#queueSize()} calls wait already;
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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ArrayDeque<Call<Q, A>> queue = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile List<List<Call<Q, A>>> underWay = List.of();
  private volatile boolean closing;

  /**
   * @param name of the threads and the log lines
   * @param busy the answer of a call that was turned away or whose patience ran out
   * @param failed the answer of a call whose batch failed for good
   */
  public Coalescer(String name, Limits limits, Batch<Q, A> batch, A busy, A failed) {
    this.name = name;
    this.limits = limits;
    this.batch = batch;
    this.busy = busy;
    this.failed = failed;
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
    Call<Q, A> call =
        new Call<>(question, home, then, System.nanoTime() + limits.patience().toNanos());
    if (!enqueue(call)) {
      home.execute(() -> call.answer(busy));
    }
  }

  private boolean enqueue(Call<Q, A> call) {
    lock.lock();
    try {
      if (closing || queue.size() >= limits.queueSize()) {
        return false;
      }
      queue.add(call);
      arrived.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void lane() {
    for (List<Call<Q, A>> calls = take(); !calls.isEmpty(); calls = take()) {
      try {
        run(calls);
      } finally {
        landed(calls);
      }
    }
  }

  /** Waits for calls; none means that the coalescer is closed and its queue is empty. */
  private List<Call<Q, A>> take() {
    lock.lock();
    try {
      while (queue.isEmpty() && !closing) {
        arrived.awaitUninterruptibly();
      }
      List<Call<Q, A>> calls = new ArrayList<>(Math.min(queue.size(), limits.batchSize()));
      while (!queue.isEmpty() && calls.size() < limits.batchSize()) {
        calls.add(queue.poll());
      }
      if (!calls.isEmpty()) {
        List<List<Call<Q, A>>> more = new ArrayList<>(underWay);
        more.add(calls);
        underWay = more;
      }
      return calls;
    } finally {
      lock.unlock();
    }
  }

  private void landed(List<Call<Q, A>> calls) {
    lock.lock();
    try {
      List<List<Call<Q, A>>> fewer = new ArrayList<>(underWay);
      fewer.removeIf(one -> one == calls);
      underWay = fewer;
    } finally {
      lock.unlock();
    }
  }

  private void run(List<Call<Q, A>> calls) {
    List<Q> questions = calls.stream().map(call -> call.question).toList();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        answer(calls, batch.run(questions));
        return;
      } catch (DatabaseUnavailableException e) {
        LOG.debugf("%s: batch of %d waits for the database: %s", name, calls.size(), e.reason());
        if (!waits(calls)) {
          return;
        }
        sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      } catch (RuntimeException | Error e) {
        LOG.errorf("%s: a batch of %d failed (%s)", name, calls.size(), e.getClass().getName());
        LOG.debug("The batch failed", e);
        settle(calls, call -> call.answer(failed));
        return;
      }
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
    tasks.forEach((home, answered) -> home.execute(() -> answered.forEach(Runnable::run)));
  }

  private void settle(List<Call<Q, A>> calls, Consumer<Call<Q, A>> how) {
    calls.forEach(call -> call.home.execute(() -> how.accept(call)));
  }

  private void watchPatience() {
    while (!closing || !underWay.isEmpty()) {
      sleep(SWEEP);
      long now = System.nanoTime();
      settle(impatientInQueue(now), call -> call.answer(busy));
      for (List<Call<Q, A>> calls : underWay) {
        settle(
            calls.stream().filter(call -> call.impatient(now)).toList(), call -> call.answer(busy));
      }
    }
  }

  private List<Call<Q, A>> impatientInQueue(long now) {
    lock.lock();
    try {
      List<Call<Q, A>> impatient = new ArrayList<>();
      while (!queue.isEmpty() && queue.peek().impatient(now)) {
        impatient.add(queue.poll());
      }
      return impatient;
    } finally {
      lock.unlock();
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
    lock.lock();
    try {
      closing = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
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
