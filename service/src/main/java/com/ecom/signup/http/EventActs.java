package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.event.Decisions;
import com.ecom.signup.event.Entry;
import com.ecom.signup.event.EventId;
import com.ecom.signup.event.Ledger;
import com.ecom.signup.event.Relay;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operators decide about events that are parked, with the entry that says who did. */
@Singleton
final class EventActs {
  /** Each call retries so many at most, so that it ends in time. */
  static final int RETRIED_AT_ONCE = 5000;

  private final Database database;
  private final Relay relay;

  EventActs(Database database, Relay relay) {
    this.database = database;
    this.relay = relay;
  }

  /** The event of this id, as the ledger has it. */
  Optional<Entry> find(EventId id) {
    return database
        .with(connection -> Ledger.ofCustomer(connection, id.customerId(), id.sequence() - 1, 1))
        .stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst();
  }

  /**
   * Puts parked events back into the queue, {@value #RETRIED_AT_ONCE} at most.
   *
   * @param type only these; all if null
   * @return how many
   */
  int retryParked(AuditedCall call, @Nullable String type) {
    int retried =
        database.inTransaction(
            connection -> {
              int count = Decisions.retryParked(connection, type, RETRIED_AT_ONCE);
              call.audit(
                  connection,
                  Action.EVENTS_RETRIED,
                  null,
                  Map.of("type", type == null ? "" : type, "count", String.valueOf(count)));
              return count;
            });
    relay.wake();
    return retried;
  }

  /** Puts an event back into the queue; false if there is none, or the topic has it. */
  boolean retry(AuditedCall call, EventId id) {
    return decide(call, id, Action.EVENT_RETRIED, Decisions::retry);
  }

  /** Gives a parked event up; false if there is none, or it is not parked. */
  boolean discard(AuditedCall call, EventId id) {
    return decide(call, id, Action.EVENT_DISCARDED, Decisions::discard);
  }

  /** What is decided of one event. */
  @FunctionalInterface
  private interface Decision {
    boolean on(Connection connection, EventId id) throws SQLException;
  }

  private boolean decide(AuditedCall call, EventId id, Action action, Decision decision) {
    boolean done =
        database.inTransaction(
            connection ->
                call.auditIf(
                    decision.on(connection, id),
                    connection,
                    action,
                    id.customerId(),
                    Map.of("event", id.toString())));
    relay.wake();
    return done;
  }
}
