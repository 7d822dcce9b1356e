package com.ecom.signup.chore;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A thread that works whenever it is told that there is something to do, and now and then anyway,
 * for what other replicas left behind. It ends between two rounds.
 */
public final class Worker {
  private static final Duration TIME_TO_FINISH = Duration.ofSeconds(15);

  private final Semaphore work = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /**
   * A worker that does nothing yet.
   *
   * @param loop goes on until {@link #isClosing}
   */
  public Worker(String name, Runnable loop) {
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(loop);
  }

  /** Lets it work. */
  public void start() {
    thread.start();
  }

  /** Says that there is something to do. */
  public void wake() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  /** Whether no further round is to begin. */
  public boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Waits until there is something to do, or so long; for the thread itself. */
  public void await(Duration longest) {
    try {
      if (work.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      endInterrupted();
    }
  }

  /** Unlike {@link #await}, new work does not end it: what is down is not to be hammered. */
  public void pause(Duration pause) {
    try {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      endInterrupted();
    }
  }

  private void endInterrupted() {
    Thread.currentThread().interrupt();
    closing.countDown();
  }

  /** Ends the round under way, if any, and stops; waits for that, but not for ever. */
  public void close() throws InterruptedException {
    closing.countDown();
    wake();
    if (thread.getState() != Thread.State.NEW) {
      thread.join(TIME_TO_FINISH);
    }
  }
}
