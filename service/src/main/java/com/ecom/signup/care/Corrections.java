package com.ecom.signup.care;

import com.ecom.signup.customer.Changes;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.registration.Updates;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Changes what is known of a customer, by the rules of a registration, and announces it. */
@Singleton
public final class Corrections {
  private final Updates updates;
  private final AddressChanges addresses;

  Corrections(Updates updates, AddressChanges addresses) {
    this.updates = updates;
    this.addresses = addresses;
  }

  /**
   * Corrects a customer as part of a transaction.
   *
   * @param expected whether a version is the one that was looked at
   * @param patch makes of what is known what should be
   * @throws SQLException also if somebody takes the address at the same moment
   */
  public Correction correct(
      Connection connection, UUID id, IntPredicate expected, UnaryOperator<CustomerForm> patch)
      throws SQLException {
    Optional<Profile> held = Profiles.hold(connection, id);
    if (held.isEmpty()) {
      return new Correction.Unknown();
    }
    Profile before = held.get();
    if (!expected.test(before.version())) {
      return new Correction.Stale();
    }
    if (before.standing() != Standing.ACTIVE) {
      return new Correction.NotActive(before);
    }
    return switch (patch.apply(before.form()).validate()) {
      case Validation.Refused refused -> new Correction.Refused(refused);
      case Validation.Accepted accepted -> change(connection, before, accepted.details());
    };
  }

  private Correction change(Connection connection, Profile before, CustomerDetails details)
      throws SQLException {
    Optional<CustomerDetails> old =
        before.form().validate() instanceof Validation.Accepted valid
            ? Optional.of(valid.details())
            : Optional.empty();
    if (old.isPresent() && saysTheSame(old.get(), details)) {
      return new Correction.Done(before, false);
    }
    boolean moves = old.isEmpty() || !old.get().email().key().equals(details.email().key());
    if (moves && isHeldByAnother(connection, before.id(), details)) {
      return new Correction.AddressTaken();
    }
    Changes.change(connection, before.id(), details);
    if (moves && old.isPresent()) {
      addresses.moved(connection, before.id(), old.get().email());
    }
    updates.announce(connection, before.id());
    return new Correction.Done(Profiles.find(connection, before.id()).orElseThrow(), true);
  }

  /** The number is shown in E.164: who sends that back changes nothing. */
  private static boolean saysTheSame(CustomerDetails old, CustomerDetails details) {
    String number = details.phone().typed();
    return old.sameAs(details)
        && old.email().address().equals(details.email().address())
        && (number.equals(old.phone().typed()) || number.equals(old.phone().e164()));
  }

  private static boolean isHeldByAnother(Connection connection, UUID id, CustomerDetails details)
      throws SQLException {
    String key = details.email().key();
    return Customers.byKey(connection, Set.of(key)).values().stream()
        .anyMatch(holder -> !holder.id().equals(id));
  }
}
