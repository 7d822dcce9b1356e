package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.care.Activation;
import com.ecom.signup.care.Activations;
import com.ecom.signup.care.Correction;
import com.ecom.signup.care.Corrections;
import com.ecom.signup.care.Reason;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Field;
import com.ecom.signup.database.Database;
import com.ecom.signup.database.RefusedByDatabaseException;
import com.ecom.signup.event.Relay;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Corrects customers and lets them count or no longer. */
@Singleton
final class CareActs {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final Corrections corrections;
  private final Relay relay;

  CareActs(Database database, Corrections corrections, Relay relay) {
    this.database = database;
    this.corrections = corrections;
    this.relay = relay;
  }

  /** One of two directions. */
  enum Direction {
    DEACTIVATE(Action.CUSTOMER_DEACTIVATED),
    REACTIVATE(Action.CUSTOMER_REACTIVATED);

    private final Action action;

    Direction(Action action) {
      this.action = action;
    }

    private Activation take(Connection connection, UUID id, Reason reason) throws SQLException {
      return switch (this) {
        case DEACTIVATE -> Activations.deactivate(connection, id, reason);
        case REACTIVATE -> Activations.reactivate(connection, id, reason);
      };
    }
  }

  /**
   * Corrects a customer; the audit trail has the names of the fields that change.
   *
   * @param expected whether a version is the one that was looked at
   * @param patch makes of what is known what should be
   */
  Correction correct(
      AuditedCall call, UUID id, IntPredicate expected, UnaryOperator<CustomerForm> patch) {
    List<String> fields = new ArrayList<>();
    UnaryOperator<CustomerForm> noted =
        before -> {
          CustomerForm after = patch.apply(before);
          fields.addAll(differing(before, after));
          return after;
        };
    Correction correction =
        unlessTaken(
            () ->
                database.inTransaction(
                    connection -> {
                      Correction done = corrections.correct(connection, id, expected, noted);
                      if (done instanceof Correction.Done(var profile, boolean changed)) {
                        String changes = changed ? String.join(",", fields) : "none";
                        Map<String, String> details = Map.of("fields", changes);
                        call.audit(connection, Action.CUSTOMER_CORRECTED, id, details);
                      }
                      return done;
                    }),
            new Correction.AddressTaken());
    relay.wake();
    return correction;
  }

  private static List<String> differing(CustomerForm before, CustomerForm after) {
    return Arrays.stream(Field.values())
        .filter(field -> !before.value(field).equals(after.value(field)))
        .map(CustomerMembers::name)
        .toList();
  }

  /** Tells what letting a customer count, or no longer, would come to. */
  Activation rehearse(UUID id, Direction direction, Reason reason) {
    return unlessTaken(
        () -> database.rehearse(connection -> direction.take(connection, id, reason)),
        new Activation.AddressTaken());
  }

  /** Lets a customer count, or no longer. */
  Activation decide(AuditedCall call, UUID id, Direction direction, Reason reason) {
    Activation activation =
        unlessTaken(
            () ->
                database.inTransaction(
                    connection -> {
                      Activation done = direction.take(connection, id, reason);
                      Map<String, String> details = Map.of("reason", reason.code());
                      call.audit(connection, direction.action, id, details);
                      return done;
                    }),
            new Activation.AddressTaken());
    relay.wake();
    return activation;
  }

  /** Somebody may take the address between the look and the change. */
  private static <T> T unlessTaken(Supplier<T> work, T taken) {
    try {
      return work.get();
    } catch (RefusedByDatabaseException e) {
      if (e.sqlState().equals(UNIQUE_VIOLATION)) {
        return taken;
      }
      throw e;
    }
  }
}
