package com.ecom.signup.registration;

import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.NewCustomer;
import com.ecom.signup.customer.StoredCustomer;
import com.ecom.signup.event.Ledger;
import com.ecom.signup.idempotency.Claim;
import com.ecom.signup.idempotency.Claims;
import com.ecom.signup.registration.Outcome.AddressTaken;
import com.ecom.signup.registration.Outcome.AlreadyRegistered;
import com.ecom.signup.registration.Outcome.KeyReused;
import com.ecom.signup.registration.Outcome.Registered;
import com.ecom.signup.registration.Outcome.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Why customers of a batch were not stored: somebody holds the address, or the key of the request.
 *
 * <p>With a key, the key alone decides, so that the same request always gets the same answer: its
 * customer was registered if it has an event, and refused if it has none.
 */
record Skipped(
    Map<String, StoredCustomer> holders,
    Map<UUID, Claims.Held> keys,
    Map<UUID, Instant> registered) {
  static final Skipped NOBODY = new Skipped(Map.of(), Map.of(), Map.of());

  /** Looks up what there is to know of them. */
  static Skipped of(Connection connection, List<NewCustomer> customers) throws SQLException {
    List<String> addresses =
        customers.stream()
            .filter(customer -> customer.claim() == null)
            .map(customer -> customer.details().email().key())
            .distinct()
            .toList();
    List<UUID> hashes =
        customers.stream()
            .map(NewCustomer::claim)
            .filter(Objects::nonNull)
            .map(Claim::keyHash)
            .toList();
    Map<UUID, Claims.Held> keys = hashes.isEmpty() ? Map.of() : Claims.held(connection, hashes);
    return new Skipped(
        addresses.isEmpty() ? Map.of() : Customers.byKey(connection, addresses),
        keys,
        keys.isEmpty()
            ? Map.of()
            : Ledger.beginnings(
                connection, keys.values().stream().map(Claims.Held::customerId).toList()));
  }

  Outcome outcome(NewCustomer customer) {
    Claim claim = customer.claim();
    return claim == null ? byAddress(customer) : byKey(claim);
  }

  private Outcome byKey(Claim claim) {
    Claims.Held held = keys.get(claim.keyHash());
    if (held == null) {
      return new Unavailable(); // forgotten between the two statements: the next attempt claims it
    }
    if (!held.fingerprint().equals(claim.fingerprint())) {
      return new KeyReused();
    }
    Instant at = registered.get(held.customerId());
    return at == null ? new AddressTaken() : new Registered(held.customerId(), at);
  }

  private Outcome byAddress(NewCustomer customer) {
    StoredCustomer holder = holders.get(customer.details().email().key());
    if (holder == null) {
      return new Unavailable(); // deactivated between the two statements: the next attempt adds it
    }
    if (holder.id().equals(customer.id()) && holder.registeredAt() != null) {
      return new Registered(customer.id(), holder.registeredAt());
    }
    return holder.isRegisteredWith(customer.details())
        ? new AlreadyRegistered(holder.id())
        : new AddressTaken();
  }
}
