package com.ecom.signup.event;

import com.ecom.signup.chore.Worker;
import com.ecom.signup.database.Database;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.database.OnceOpen;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Carries events from the table to the topic, at least once each, in order for each customer. One
 * runs in every replica; they share the work by skipping each other's locked rows.
 *
 * <p>One round is one transaction: take events, publish them (several batches at once), note what
 * became of each, commit. A relay that dies in between leaves its rows to the others, as its locks
 * go with its connection; what it had published is then published again under the same id.
 *
 * <p>A round begins soon after this replica commits a new event ({@link #wake}), and now and then
 * anyway, for what other replicas left behind. When the topic takes nothing, the relay backs off
 * and no event is blamed, however long that lasts; an event that fails or is refused alone is put
 * off alone, and parked when the topic keeps blaming it. Only later events of the same customer
 * wait for it.
 */
@Singleton
public final class Relay implements OnceOpen {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  /**
   * With {@link #BATCHES_AT_ONCE}, bounds a round whose every call to the topic times out: it has
   * to end before PostgreSQL ends transactions that are idle ({@code application.properties}).
   */
  private static final int BATCHES_A_ROUND = 16;

  /**
   * With calls of 20 ms, enough for 2,000 events a second: more than a quarter of a CPU registers.
   * More would take the CPU from those who wait for their registration, to no use.
   */
  private static final int BATCHES_AT_ONCE = 4;

  /**
   * How long events gather before a round that may not be full. A call costs much the same for one
   * event as for ten, and a round for one as for all that it takes; nobody waits for a delivery.
   */
  private static final Duration GATHERING = Duration.ofMillis(20);

  private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

  private final Database database;
  private final Topic topic;
  private final Bodies bodies;
  private final Backoff outage;
  private final Backoff failure;
  private final Backoff refusal;
  private final int maxRefusals;
  private final Worker worker = new Worker("relay", this::run);
  private final boolean paused;
  private final DeliveryCounts counts;

  Relay(
      Database database,
      Topic topic,
      Bodies bodies,
      RandomGenerator random,
      DeliverySettings settings,
      MeterRegistry meters) {
    this.database = database;
    this.topic = topic;
    this.bodies = bodies;
    this.paused = settings.paused();
    this.maxRefusals = settings.maxRefusals();
    this.counts = new DeliveryCounts(meters);
    this.outage = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), random);
    this.failure = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), random);
    this.refusal = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), random);
  }

  @Override
  public void databaseOpened() {
    if (paused) {
      LOG.warn("Delivery of events is paused (signup.delivery.paused); they wait in the database");
    } else {
      worker.start();
    }
  }

  /** Says that there is an event to deliver. */
  public void wake() {
    worker.wake();
  }

  /** Ends the round under way, if any, and stops. */
  void close(@Observes ShutdownEvent ended) throws InterruptedException {
    worker.close();
  }

  private void run() {
    try (ExecutorService publishers =
        Executors.newFixedThreadPool(
            BATCHES_AT_ONCE, Thread.ofPlatform().daemon().name("publisher-", 1).factory())) {
      int failures = 0;
      while (!worker.isClosing()) {
        try {
          int taken = database.inTransaction(connection -> round(connection, publishers));
          failures = recovered(failures);
          if (taken == 0) {
            worker.await(LONGEST_IDLE);
          }
          if (taken < most()) {
            worker.pause(GATHERING);
          }
        } catch (TopicUnavailableException e) {
          failures = failed(failures, "the topic", e.reason());
        } catch (DatabaseUnavailableException e) {
          failures = failed(failures, "the database", e.reason());
        } catch (RuntimeException | Error e) {
          LOG.debug("Delivery failed", e);
          failures = failed(failures, "delivery", e.getClass().getName());
        }
      }
    }
  }

  private static int recovered(int failures) {
    if (failures > 0) {
      LOG.infof("Events are delivered again after %d failed attempts", failures);
    }
    return 0;
  }

  private int failed(int failures, String what, String reason) {
    if (failures == 0) {
      LOG.warnf("Events wait for %s: %s", what, reason);
    }
    worker.pause(outage.after(failures + 1));
    return failures + 1;
  }

  /** How many events a round takes. */
  private int most() {
    return topic.batchSize() * BATCHES_A_ROUND;
  }

  /** How many events there were. After any another may wait: at least the next of that customer. */
  private int round(Connection connection, ExecutorService publishers) throws SQLException {
    List<Event> events = Events.take(connection, most());
    if (events.isEmpty()) {
      return 0;
    }
    Published published = publish(bodies.complete(connection, events), publishers);
    note(connection, published);
    published.blameTopicIfNothingElse();
    return events.size();
  }

  private void note(Connection connection, Published published) throws SQLException {
    List<Delivery.Refused> again = new ArrayList<>();
    List<Delivery.Refused> hopeless = new ArrayList<>();
    for (Delivery.Refused one : published.refused()) {
      (one.event().refusals() + 1 < maxRefusals ? again : hopeless).add(one);
    }
    Events.delivered(connection, published.delivered());
    Events.failed(connection, published.failed(), event -> failure.after(event.attempts() + 1));
    Events.refused(connection, again, event -> refusal.after(event.refusals() + 1));
    Events.park(connection, hopeless);
    hopeless.forEach(
        one -> LOG.errorf("Event %s is parked: the topic says %s", one.event(), one.reason()));
    counts.add(published, hopeless.size());
  }

  private Published publish(List<Event> events, ExecutorService publishers) {
    List<Future<List<Delivery>>> batches = new ArrayList<>();
    for (int from = 0; from < events.size(); from += topic.batchSize()) {
      List<Event> batch = events.subList(from, Math.min(from + topic.batchSize(), events.size()));
      batches.add(publishers.submit(() -> Publishing.of(batch, topic)));
    }
    return Published.of(batches);
  }
}
