package com.ecom.signup.replay;

import com.ecom.signup.database.Database;
import com.ecom.signup.event.Redelivery;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders to send events again. A replay puts delivered events back into the queue in the order in
 * which they occurred, so many in a second; from there they go the way of all events, under the ids
 * that they had before.
 */
@Singleton
public final class Replays {
  /** Events of the ledger that are counted before one is ordered. */
  private static final int LOOKED_THROUGH = 500_000;

  private final Database database;

  Replays(Database database) {
    this.database = database;
  }

  /** Orders one; it begins within a second of the commit. */
  public Replay order(Connection connection, ReplayOrder order) throws SQLException {
    return ReplayTable.add(
        connection, order, order.from() == null ? Redelivery.first(connection) : null);
  }

  /**
   * Counts what one would queue again, and writes nothing.
   *
   * @param now what is left open ends here
   */
  public Redelivery.Would wouldQueue(ReplayOrder order, Instant now) {
    return database.with(
        connection -> {
          Instant from = order.from() == null ? Redelivery.first(connection) : order.from();
          Redelivery.Range range =
              new Redelivery.Range(
                  order.customerId(),
                  from == null ? now : from,
                  order.before() == null ? now : order.before());
          return Redelivery.wouldQueue(connection, range, order.type(), LOOKED_THROUGH);
        });
  }

  /** The one with this id. */
  public Optional<Replay> find(UUID id) {
    return database.with(connection -> ReplayTable.find(connection, id));
  }

  /** The newest, a hundred at most. */
  public List<Replay> newest() {
    return database.with(ReplayTable::newest);
  }

  /**
   * Keeps one from going on; what is in the queue by then is delivered.
   *
   * @return false if there is none, or it has ended already
   */
  public boolean cancel(Connection connection, UUID id) throws SQLException {
    return ReplayTable.cancel(connection, id);
  }
}
