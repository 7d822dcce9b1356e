package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.customer.Changes;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.Parsed;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.customer.Violation;
import com.ecom.signup.database.Database;
import com.ecom.signup.mail.MailRelay;
import com.ecom.signup.registration.Updates;
import com.ecom.signup.template.Language;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What people correct of what is known of them. A new address is proved by a mail of its own before
 * it counts, and the old one is told.
 */
@Singleton
public final class Corrections {
  private final Database database;
  private final Orders orders;
  private final MailRelay mails;
  private final Updates updates;

  Corrections(Database database, Orders orders, MailRelay mails, Updates updates) {
    this.database = database;
    this.orders = orders;
    this.mails = mails;
    this.updates = updates;
  }

  /** What became of a change. */
  public sealed interface Changed {
    /**
     * It is made.
     *
     * @param addressAsked whether the new address has to be confirmed first
     */
    record Done(boolean addressAsked) implements Changed {}

    /** Nothing is changed. */
    record Refused(List<Violation> violations) implements Changed {}

    /** The customer is gone. */
    record Gone() implements Changed {}
  }

  /** Corrects the data; a new address counts once it is confirmed. */
  public Changed change(UUID customer, CustomerForm form, Language language) {
    return switch (form.validate()) {
      case Validation.Refused refused -> new Changed.Refused(refused.violations());
      case Validation.Accepted accepted -> change(customer, accepted.details(), language);
    };
  }

  private Changed change(UUID customer, CustomerDetails details, Language language) {
    Changed changed =
        database.inTransaction(
            connection -> {
              Optional<Profile> before = Profiles.find(connection, customer);
              Optional<EmailAddress> address = before.flatMap(Corrections::address);
              if (address.isEmpty()) {
                return new Changed.Gone();
              }
              boolean moves = !address.get().key().equals(details.email().key());
              if (!Changes.change(connection, customer, with(details, address.get()))) {
                return new Changed.Gone();
              }
              updates.announce(connection, customer);
              if (moves) {
                orders.put(connection, NewAddressLetters.KIND, customer, details.email(), language);
              }
              return new Changed.Done(moves);
            });
    mails.wake();
    return changed;
  }

  private static Optional<EmailAddress> address(Profile profile) {
    return switch (EmailAddress.parse(profile.form().emailId())) {
      case Parsed.Valid<EmailAddress>(EmailAddress known) -> Optional.of(known);
      case Parsed.Broken<EmailAddress> broken -> Optional.empty();
    };
  }

  private static CustomerDetails with(CustomerDetails details, EmailAddress address) {
    return new CustomerDetails(
        details.firstName(),
        details.lastName(),
        address,
        details.phone(),
        details.province(),
        details.city(),
        details.postalCode(),
        details.country(),
        details.asTyped());
  }

  /** What became of a new address. */
  public enum Moved {
    MOVED,
    /** Another customer has it. */
    TAKEN,
    /** The link is for nothing (any more). */
    GONE
  }

  /** Makes an address the customer's that was confirmed by its link, and tells the old one. */
  public Moved move(Secret link, Language language) {
    Moved moved =
        database.inTransaction(
            connection -> {
              Optional<Access> access = AccessTable.use(connection, link, Kind.ADDRESS);
              return access.isEmpty() ? Moved.GONE : move(connection, access.get(), language);
            });
    mails.wake();
    return moved;
  }

  private Moved move(Connection connection, Access access, Language language) throws SQLException {
    Optional<Profile> before = Profiles.find(connection, access.customerId());
    Optional<EmailAddress> old = before.flatMap(Corrections::address);
    if (old.isEmpty()
        || !(EmailAddress.parse(access.address())
            instanceof Parsed.Valid<EmailAddress>(EmailAddress fresh))
        || !(before.get().form().validate() instanceof Validation.Accepted accepted)) {
      return Moved.GONE;
    }
    if (!Customers.known(connection, Set.of(fresh.key())).isEmpty()) {
      return Moved.TAKEN;
    }
    Changes.change(connection, access.customerId(), with(accepted.details(), fresh));
    updates.announce(connection, access.customerId());
    orders.put(connection, OldAddressLetters.KIND, access.customerId(), old.get(), language);
    return Moved.MOVED;
  }
}
