package com.ecom.signup.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Several clients who register at the same time, and what they were told. */
final class Load {
  private static final int CLIENTS = 6;
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private static final Set<String> REASONS_TO_COME_AGAIN = Set.of("none", "503", "409 in progress");

  private final String origin;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean on = true;
  private volatile boolean givenUp;
  private long toldLast;
  private long longestInterruption;
  private int toldAtOnce;

  Load(String origin) {
    this.origin = origin;
  }

  void start() {
    toldLast = System.nanoTime();
    for (int number = 1; number <= CLIENTS; number++) {
      threads.add(Thread.ofPlatform().daemon().start(new Client(this, number)));
    }
  }

  String origin() {
    return origin;
  }

  boolean isOn() {
    return on;
  }

  boolean isGivenUp() {
    return givenUp;
  }

  /**
   * Says that the address is registered.
   *
   * @param again whether it took more than one request
   */
  synchronized void told(String address, boolean again) {
    told.add(address);
    toldAtOnce += again ? 0 : 1;
    long now = System.nanoTime();
    longestInterruption = Math.max(longestInterruption, now - toldLast);
    toldLast = now;
  }

  /** Says that a request has to be repeated, and why. */
  void failed(String answer) {
    failures.computeIfAbsent(answer, unknown -> new AtomicInteger()).incrementAndGet();
  }

  /** Waits until so many more have been told: the load really runs. */
  void flows(int more) {
    int before = told.size();
    Poll.until("registrations go on", LONGEST, () -> told.size() >= before + more);
  }

  /** Every request under way is asked to its end. */
  void stop() throws InterruptedException {
    on = false;
    long end = System.nanoTime() + LONGEST.toNanos();
    for (Thread thread : threads) {
      thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
    givenUp = true;
    assertThat(threads).as("every client got its answer: " + failures).noneMatch(Thread::isAlive);
    assertThat(failures.keySet()).as("why clients came again").isSubsetOf(REASONS_TO_COME_AGAIN);
  }

  Set<String> told() {
    return told;
  }

  synchronized int repeatedRequests() {
    return told.size() - toldAtOnce;
  }

  /** How often each answer came that was none. */
  Map<String, AtomicInteger> failures() {
    return failures;
  }

  synchronized Duration longestInterruption() {
    return Duration.ofNanos(longestInterruption);
  }
}
