package com.ecom.signup.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The calls that wait for a lane, and those that a lane has taken and not brought home yet. */
final class CallQueue<Q, A> {
  private final int size;
  private final long queueTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ArrayDeque<Call<Q, A>> waiting = new ArrayDeque<>();
  private volatile List<List<Call<Q, A>>> underWay = List.of();
  private long landedAt = System.nanoTime();
  private long movingSince = landedAt;
  private volatile boolean closed;

  /**
   * @param queueTime how long the first may have waited before the queue counts as full, in
   *     nanoseconds
   */
  CallQueue(int size, long queueTime) {
    this.size = size;
    this.queueTime = queueTime;
  }

  /** False if the queue is full or closed. */
  boolean add(Call<Q, A> call, long now) {
    lock.lock();
    try {
      if (closed || isFull(now)) {
        return false;
      }
      waiting.add(call);
      arrived.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a call would be turned away now. */
  boolean turnsAway(long now) {
    lock.lock();
    try {
      return isFull(now);
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(long now) {
    Call<Q, A> first = waiting.peek();
    return first != null && (waiting.size() >= size || tooMuchFor(first, now));
  }

  /**
   * Where batches land one after the other and the first call waits all the same, there are too
   * many. Where none lands, the database is away or slow to connect to, however few there are: they
   * may wait as long as they have patience. When it is back, what gathered gets its time too.
   */
  private boolean tooMuchFor(Call<Q, A> first, long now) {
    return now - landedAt < queueTime
        && now - movingSince >= queueTime
        && first.hasWaited(queueTime, now);
  }

  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for calls; none means that the queue is closed and empty. */
  List<Call<Q, A>> take(int most) {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        arrived.awaitUninterruptibly();
      }
      List<Call<Q, A>> calls = new ArrayList<>(Math.min(waiting.size(), most));
      while (!waiting.isEmpty() && calls.size() < most) {
        calls.add(waiting.poll());
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

  /** Says that a lane is done with what it took. */
  void landed(List<Call<Q, A>> calls) {
    lock.lock();
    try {
      long now = System.nanoTime();
      if (now - landedAt >= queueTime) {
        movingSince = now;
      }
      landedAt = now;
      List<List<Call<Q, A>>> fewer = new ArrayList<>(underWay);
      fewer.removeIf(one -> one == calls);
      underWay = fewer;
    } finally {
      lock.unlock();
    }
  }

  /** The calls whose patience is used up; those that waited are taken out. */
  List<Call<Q, A>> impatient(long now) {
    List<Call<Q, A>> impatient = new ArrayList<>();
    for (List<Call<Q, A>> calls : underWay) {
      calls.stream().filter(call -> call.impatient(now)).forEach(impatient::add);
    }
    lock.lock();
    try {
      while (!waiting.isEmpty() && waiting.peek().impatient(now)) {
        impatient.add(waiting.poll());
      }
      return impatient;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is closed and all that it held has landed. */
  boolean isDone() {
    return closed && underWay.isEmpty();
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
