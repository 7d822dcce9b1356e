package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.confirmation.Quarantine;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Shows the registrations that look like abuse, and decides on them. */
@Singleton
final class QuarantineActs {
  private final Database database;
  private final Quarantine quarantine;

  QuarantineActs(Database database, Quarantine quarantine) {
    this.database = database;
    this.quarantine = quarantine;
  }

  /** Those that wait, oldest first. */
  List<Quarantine.Entry> list(AuditedCall call, int limit) {
    return database.inTransaction(
        connection -> {
          List<Quarantine.Entry> found = quarantine.list(connection, limit);
          Map<String, String> count = Map.of("count", String.valueOf(found.size()));
          call.audit(connection, Action.QUARANTINE_SHOWN, null, count);
          return found;
        });
  }

  /**
   * Lets one go on.
   *
   * @throws Refusal if it does not wait (any more)
   */
  void release(AuditedCall call, UUID id) {
    decide(call, id, Action.QUARANTINE_RELEASED, quarantine::release);
  }

  /**
   * Forgets one.
   *
   * @throws Refusal if it does not wait (any more)
   */
  void drop(AuditedCall call, UUID id) {
    decide(call, id, Action.QUARANTINE_DROPPED, quarantine::drop);
  }

  private static void decide(
      AuditedCall call, UUID id, Action action, BiPredicate<UUID, Database.Work<?>> decision) {
    Database.Work<?> record =
        connection -> {
          call.audit(connection, action, id, Map.of());
          return true;
        };
    if (!decision.test(id, record)) {
      throw new Refusal(Problem.REGISTRATION_UNKNOWN);
    }
  }
}
