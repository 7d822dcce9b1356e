package com.ecom.signup.confirmation;

import com.ecom.signup.confirmation.PendingTable.Stored;
import com.ecom.signup.database.Database;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.mail.MailRelay;
import com.ecom.signup.mail.Outbox;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registrations that look like abuse and may be right: they wait a week for an operator. */
@Singleton
public final class Quarantine {
  private final Database database;
  private final Confirmations confirmations;
  private final Outbox outbox;
  private final MailRelay mails;
  private final boolean confirms;

  Quarantine(
      Database database,
      Confirmations confirmations,
      Outbox outbox,
      MailRelay mails,
      Environment environment) {
    this.database = database;
    this.confirmations = confirmations;
    this.outbox = outbox;
    this.mails = mails;
    this.confirms = environment.policies().confirms();
  }

  /** One of them. */
  public record Entry(UUID id, String firstName, String lastName, String email, Instant at) {
    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }

  /** Those that wait, oldest first. */
  public List<Entry> list(Connection connection, int limit) throws SQLException {
    return PendingTable.quarantined(connection, limit).stream().map(Quarantine::entry).toList();
  }

  private static Entry entry(Stored stored) {
    PendingRegistration registration = stored.registration();
    return new Entry(
        registration.id(),
        String.valueOf(registration.form().firstName()),
        String.valueOf(registration.form().lastName()),
        String.valueOf(registration.form().emailId()),
        stored.createdAt());
  }

  /**
   * Lets one go on as if nothing had been wrong with it.
   *
   * @param record done in the same transaction, if there is one
   * @return false if there is none
   */
  public boolean release(UUID id, Database.Work<?> record) {
    boolean released =
        database.inTransaction(
            connection -> {
              Optional<PendingRegistration> held = hold(connection, id);
              if (held.isPresent()) {
                PendingTable.release(connection, id);
                goOn(connection, held.get());
                record.on(connection);
              }
              return held.isPresent();
            });
    mails.wake();
    return released;
  }

  private void goOn(Connection connection, PendingRegistration registration) throws SQLException {
    if (confirms) {
      ConfirmationLetters.order(connection, outbox, registration.id(), registration);
    } else {
      confirmations.make(connection, registration);
    }
  }

  /**
   * Forgets one with all that it says.
   *
   * @param record done in the same transaction, if there is one
   * @return false if there is none
   */
  public boolean drop(UUID id, Database.Work<?> record) {
    return database.inTransaction(
        connection -> {
          Optional<PendingRegistration> held = hold(connection, id);
          if (held.isPresent()) {
            PendingTable.drop(connection, id);
            record.on(connection);
          }
          return held.isPresent();
        });
  }

  private static Optional<PendingRegistration> hold(Connection connection, UUID id)
      throws SQLException {
    return PendingTable.hold(connection, id)
        .map(Stored::registration)
        .filter(PendingRegistration::quarantined);
  }
}
