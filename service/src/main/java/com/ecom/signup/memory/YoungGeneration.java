package com.ecom.signup.memory;

import com.ecom.signup.chore.Chore;
import jakarta.inject.Singleton;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Lets the young generation of the heap grow once there is load. It begins small, so that a start
 * and an idle replica are, and the serial collector sizes it in full collections only. Nothing
 * would call for one before some minutes of load, so this does, once, as soon as collections take
 * more time than they would with a larger one.
 */
@Singleton
final class YoungGeneration implements Chore {
  private static final Logger LOG = Logger.getLogger(YoungGeneration.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Of the time: what full load takes with a grown one. */
  private static final double USUAL = 0.01;

  private final LongSupplier clock;
  private final LongSupplier collecting;
  private final Runnable collection;
  private long looked;
  private long collected = -1;
  private boolean grown;

  YoungGeneration() {
    this(
        System::nanoTime,
        YoungGeneration::collectingNanos,
        () -> ManagementFactory.getMemoryMXBean().gc());
  }

  /**
   * @param clock in nanoseconds from any beginning
   * @param collecting the time that collections took until now, in nanoseconds
   * @param collection a full one
   */
  YoungGeneration(LongSupplier clock, LongSupplier collecting, Runnable collection) {
    this.clock = clock;
    this.collecting = collecting;
    this.collection = collection;
  }

  private static long collectingNanos() {
    long millis =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum();
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    if (grown) {
      return;
    }
    long now = clock.getAsLong();
    long before = collected;
    collected = collecting.getAsLong();
    // What the start took is not looked at.
    if (before >= 0 && collected - before > USUAL * (now - looked)) {
      grown = true;
      collection.run();
      LOG.debug("The young generation may grow");
    }
    looked = now;
  }
}
