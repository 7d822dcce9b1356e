package com.ecom.signup.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToIntFunction;

/** Several who register one address after another until they are stopped. */
final class Clients {
  private static final int NUMBER = 4;

  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> otherAnswers = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean on = true;

  /**
   * Starts them.
   *
   * @param register registers an address and says with which status it was answered
   */
  Clients(ToIntFunction<String> register) {
    for (int number = 0; number < NUMBER; number++) {
      String prefix = "client" + number + ".";
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; on; i++) {
                      register(prefix + i + "@example.com", register);
                    }
                  }));
    }
  }

  private void register(String address, ToIntFunction<String> register) {
    int status = register.applyAsInt(address);
    if (status == 200) {
      told.add(address);
    } else {
      otherAnswers.add(status);
    }
  }

  /** Sends nothing more and waits for the answers that are to come. */
  void stop() {
    on = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** The addresses whose registration was answered with 200. */
  Queue<String> told() {
    return told;
  }

  /** The statuses of other answers, 0 where there was none. */
  Queue<Integer> otherAnswers() {
    return otherAnswers;
  }
}
