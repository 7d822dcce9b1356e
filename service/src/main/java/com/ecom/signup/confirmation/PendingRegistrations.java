package com.ecom.signup.confirmation;

import com.ecom.signup.confirmation.PendingTable.Stored;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registrations that wait to be confirmed, for those who help people. */
@Singleton
public final class PendingRegistrations {
  private static final int MOST = 100;

  private final Database database;
  private final Confirmations confirmations;
  private final ConfirmationSettings settings;

  PendingRegistrations(
      Database database, Confirmations confirmations, ConfirmationSettings settings) {
    this.database = database;
    this.confirmations = confirmations;
    this.settings = settings;
  }

  /**
   * One of them.
   *
   * @param quarantined whether an operator has to look at it first
   * @param open whether it can still be confirmed: too many wrong answers end that
   */
  public record Entry(
      UUID id,
      String firstName,
      String lastName,
      String email,
      Instant at,
      boolean quarantined,
      boolean open) {
    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }

  /** What is recorded, in the same transaction, of those who look. */
  @FunctionalInterface
  public interface Note {
    void of(Connection connection, int shown) throws SQLException;
  }

  /** Those of an address in any spelling, newest first; empty if it is no address. */
  public Optional<List<Entry>> of(String address, Note note) {
    return EmailAddress.keyOf(address)
        .map(key -> database.inTransaction(connection -> of(connection, key, note)));
  }

  private static List<Entry> of(Connection connection, String key, Note note) throws SQLException {
    List<Stored> found = PendingTable.ofAddress(connection, key, MOST);
    note.of(connection, found.size());
    return found.stream().map(PendingRegistrations::entry).toList();
  }

  private static Entry entry(Stored stored) {
    PendingRegistration registration = stored.registration();
    return new Entry(
        registration.id(),
        String.valueOf(registration.form().firstName()),
        String.valueOf(registration.form().lastName()),
        String.valueOf(registration.form().emailId()),
        stored.createdAt(),
        registration.quarantined(),
        Confirmations.isOpen(stored));
  }

  /**
   * How many came in each of these spans of time to be confirmed, whether they are by now or not.
   *
   * @param length of each
   */
  public List<Integer> received(Connection connection, List<Instant> beginnings, Duration length)
      throws SQLException {
    return PendingTable.received(connection, beginnings, length, settings.time());
  }

  /**
   * Sends the mail once more, within the bounds that the address has anyway.
   *
   * @param record what else belongs to the same transaction
   * @return false if there is no registration that can be confirmed
   */
  public boolean sendAgain(UUID id, Database.Work<?> record) {
    return confirmations.sendAgain(id, record);
  }
}
