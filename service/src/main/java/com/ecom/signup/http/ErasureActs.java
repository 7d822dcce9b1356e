package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.erasure.Erasures;
import com.ecom.signup.erasure.Receipt;
import com.ecom.signup.erasure.Receipts;
import com.ecom.signup.event.Relay;
import com.ecom.signup.problem.Problem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Erases people, and shows the receipts. */
@Singleton
final class ErasureActs {
  private final Database database;
  private final Erasures erasures;
  private final Relay relay;

  ErasureActs(Database database, Erasures erasures, Relay relay) {
    this.database = database;
    this.erasures = erasures;
    this.relay = relay;
  }

  /**
   * Erases somebody; who asks again gets the receipt of the first time.
   *
   * @param dry whether to take it back at once, and tell only what would happen
   * @throws Refusal if there is no such customer, and never was one who was erased
   */
  Receipt erase(AuditedCall call, UUID id, boolean dry) {
    Database.Work<Optional<Receipt>> audited =
        connection -> {
          Optional<Receipt> done = erase(connection, id);
          if (done.isPresent()) {
            Map<String, String> details = Map.of("receipt", done.get().id().toString());
            call.audit(connection, Action.CUSTOMER_ERASED, id, details);
          }
          return done;
        };
    Receipt receipt =
        (dry
                ? database.rehearse(connection -> erase(connection, id))
                : database.inTransaction(audited))
            .orElseThrow(() -> new Refusal(Problem.CUSTOMER_UNKNOWN));
    relay.wake();
    return receipt;
  }

  private Optional<Receipt> erase(Connection connection, UUID id) throws SQLException {
    Optional<Receipt> receipt = erasures.erase(connection, id);
    return receipt.isPresent() ? receipt : Receipts.ofCustomer(connection, id);
  }

  /** The receipt of somebody, by any of the ids that they had; empty while they are a customer. */
  Optional<Receipt> receiptOf(UUID customer) {
    return database.with(connection -> Receipts.ofCustomer(connection, customer));
  }

  /**
   * The receipt with this id.
   *
   * @throws Refusal if there is none
   */
  Receipt receipt(UUID id) {
    return database
        .with(connection -> Receipts.find(connection, id))
        .orElseThrow(() -> new Refusal(Problem.ERASURE_UNKNOWN));
  }
}
