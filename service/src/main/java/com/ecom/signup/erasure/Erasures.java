package com.ecom.signup.erasure;

import com.ecom.signup.customer.Changes;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.database.Database;
import com.ecom.signup.erasure.PersonalData.Subject;
import com.ecom.signup.event.Decisions;
import com.ecom.signup.event.Event;
import com.ecom.signup.event.Events;
import com.ecom.signup.event.Relay;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Erases a customer (GDPR, article 17) in one transaction: the row, its duplicates, what waits to
 * be announced, mails, unconfirmed registrations of the address, accesses. What stays holds ids
 * only: the ledger of events and that of consents, which is proof. Subscribers are told by an event
 * with the id.
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
   * Erases somebody.
   *
   * @return false if there is no such customer (any more)
   */
  public boolean erase(UUID customer) {
    boolean erased = database.inTransaction(connection -> erase(connection, customer));
    relay.wake();
    return erased;
  }

  private boolean erase(Connection connection, UUID customer) throws SQLException {
    List<String> keys =
        Profiles.find(connection, customer)
            .flatMap(profile -> EmailAddress.keyOf(profile.form().emailId()))
            .stream()
            .toList();
    List<UUID> removed = Changes.remove(connection, customer);
    if (removed.isEmpty()) {
      return false;
    }
    Decisions.discardAll(connection, removed);
    for (PersonalData owner : owners) {
      owner.erase(connection, new Subject(removed, keys));
    }
    Events.append(
        connection, customer, Event.ERASED, "{\"customer_id\":\"%s\"}".formatted(customer));
    return true;
  }
}
