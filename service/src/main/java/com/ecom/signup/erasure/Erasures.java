package com.ecom.signup.erasure;

import com.ecom.signup.customer.Changes;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.database.Database;
import com.ecom.signup.erasure.PersonalData.Subject;
import com.ecom.signup.event.Decisions;
import com.ecom.signup.event.Event;
import com.ecom.signup.event.EventId;
import com.ecom.signup.event.Events;
import com.ecom.signup.event.Relay;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Erases a customer (GDPR, article 17) in one transaction: the row, those that were merged into it,
 * what waits to be announced, mails, unconfirmed registrations of the addresses, accesses. What
 * stays holds ids only: the ledger of events, that of consents, which is proof, and the receipt.
 * Subscribers are told by an event with the id.
 */
@Singleton
public final class Erasures {
  private final Database database;
  private final Instance<PersonalData> owners;
  private final Relay relay;

  Erasures(Database database, Instance<PersonalData> owners, Relay relay) {
    this.database = database;
    this.owners = owners;
    this.relay = relay;
  }

  /**
   * Erases somebody, with all who were merged together, whichever of them is named.
   *
   * @return false if there is no such customer (any more)
   */
  public boolean erase(UUID customer) {
    boolean erased = database.inTransaction(connection -> erase(connection, customer).isPresent());
    relay.wake();
    return erased;
  }

  /** The same as part of a transaction; the receipt. */
  public Optional<Receipt> erase(Connection connection, UUID customer) throws SQLException {
    UUID person = survivor(connection, customer);
    Changes.Removed removed = Changes.remove(connection, person);
    if (removed.ids().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> numbers = new TreeMap<>();
    numbers.put("customers", removed.ids().size());
    numbers.put("events", Decisions.discardAll(connection, removed.ids()));
    for (PersonalData owner : owners) {
      int rows = owner.erase(connection, new Subject(removed.ids(), removed.emailKeys()));
      numbers.put(owner.kind(), rows);
    }
    EventId event =
        Events.append(
            connection, person, Event.ERASED, "{\"customer_id\":\"%s\"}".formatted(person));
    return Optional.of(Receipts.add(connection, event, removed.ids(), numbers));
  }

  /** At the end of the line of those that superseded one another, each held. */
  private static UUID survivor(Connection connection, UUID customer) throws SQLException {
    UUID person = customer;
    Optional<UUID> next = supersededBy(connection, person);
    while (next.isPresent()) {
      person = next.get();
      next = supersededBy(connection, person);
    }
    return person;
  }

  private static Optional<UUID> supersededBy(Connection connection, UUID customer)
      throws SQLException {
    return Profiles.hold(connection, customer)
        .flatMap(profile -> Optional.ofNullable(profile.supersededBy()));
  }
}
