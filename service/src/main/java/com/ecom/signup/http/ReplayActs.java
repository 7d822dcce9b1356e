package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.replay.Replay;
import com.ecom.signup.replay.ReplayOrder;
import com.ecom.signup.replay.Replays;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Orders replays and takes orders back, with the entry that says who did. */
@Singleton
final class ReplayActs {
  private final Database database;
  private final Replays replays;

  ReplayActs(Database database, Replays replays) {
    this.database = database;
    this.replays = replays;
  }

  Replay order(AuditedCall call, ReplayOrder order) {
    return database.inTransaction(
        connection -> {
          Replay ordered = replays.order(connection, order);
          call.audit(
              connection,
              Action.REPLAY_ORDERED,
              order.customerId(),
              Map.of("replay", ordered.id().toString()));
          return ordered;
        });
  }

  /** Keeps one from going on; false if there is none, or it has ended. */
  boolean cancel(AuditedCall call, UUID id) {
    return database.inTransaction(
        connection ->
            call.auditIf(
                replays.cancel(connection, id),
                connection,
                Action.REPLAY_CANCELLED,
                null,
                Map.of("replay", id.toString())));
  }
}
