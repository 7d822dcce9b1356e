package com.ecom.signup.replay;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import com.ecom.signup.event.Place;
import com.ecom.signup.event.Redelivery;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes replays forward, a step at a time: in each second, as many events as the replay may send. A
 * step is one transaction, so that the next is taken by whichever replica comes first, also after
 * the one before has died.
 *
 * <p>While many events wait, because the topic is away or new ones come faster than it takes them,
 * replays rest: what they had put into the queue meanwhile would come out all at once.
 */
@Singleton
final class Replaying implements Chore {
  private static final Logger LOG = Logger.getLogger(Replaying.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int WAITING_AT_LEAST = 1000;

  /** Rows of the ledger that one step goes through for those of one type. */
  private static final int LOOKED_THROUGH = 20_000;

  private final Database database;

  Replaying(Database database) {
    this.database = database;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    database.inTransaction(
        connection -> {
          var next = ReplayTable.next(connection);
          if (next.isPresent()) {
            step(connection, next.get());
          }
          return next;
        });
  }

  private static void step(Connection connection, ReplayTable.Row row) throws SQLException {
    ReplayOrder order = row.replay().order();
    if (Redelivery.isWaiting(connection, Math.max(WAITING_AT_LEAST, 2 * order.eventsPerSecond()))) {
      return;
    }
    int limit = order.type() == null ? order.eventsPerSecond() : LOOKED_THROUGH;
    List<Redelivery.Delivered> found =
        Redelivery.delivered(connection, range(order), row.place(), limit);
    List<Redelivery.Delivered> chosen =
        found.stream()
            .filter(event -> order.type() == null || order.type().equals(event.type()))
            .limit(order.eventsPerSecond())
            .toList();
    int queued =
        Redelivery.queue(connection, chosen.stream().map(Redelivery.Delivered::id).toList());
    UUID id = row.replay().id();
    if (!found.isEmpty()) {
      boolean full = chosen.size() == order.eventsPerSecond();
      Place reached = full ? chosen.getLast().place() : found.getLast().place();
      ReplayTable.stepped(connection, id, reached, queued);
    }
    if (found.size() < limit && chosen.size() < order.eventsPerSecond()) {
      ReplayTable.finished(connection, id);
      LOG.infof("Replay %s has queued all its events again", id);
    }
  }

  private static Redelivery.Range range(ReplayOrder order) {
    return new Redelivery.Range(
        order.customerId(),
        Objects.requireNonNull(order.from()),
        Objects.requireNonNull(order.before()));
  }
}
