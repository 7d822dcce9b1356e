package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Origin;
import com.ecom.signup.consent.Proof;
import com.ecom.signup.consent.Standing;
import com.ecom.signup.consent.Statement;
import com.ecom.signup.consent.Wordings;
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
import com.ecom.signup.mail.Outbox;
import com.ecom.signup.registration.Updates;
import com.ecom.signup.template.Language;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What people do with what is known of them. Each proves the address by a link in a mail, which
 * opens a session of half an hour; a new address is proved by a mail of its own, and the old one is
 * told.
 */
@Singleton
public final class Accounts {
  private static final Duration SESSION = Duration.ofMinutes(30);
  private static final Origin ACCOUNT = new Origin(Origin.Channel.ACCOUNT, "/account");
  private static final Origin AGREED = new Origin(Origin.Channel.MAIL, "/account/agree");
  private static final Origin ELSEWHERE = new Origin(Origin.Channel.API, "/v1/customers");
  private static final Origin ONE_CLICK = new Origin(Origin.Channel.MAIL, "/unsubscribe");

  private final Database database;
  private final Outbox outbox;
  private final MailRelay mails;
  private final Updates updates;
  private final RandomGenerator random;
  private final Clock clock;

  Accounts(
      Database database,
      Outbox outbox,
      MailRelay mails,
      Updates updates,
      RandomGenerator random,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.mails = mails;
    this.updates = updates;
    this.random = random;
    this.clock = clock;
  }

  /** Asks for a mail with a link; whether the address is a customer's plays no part here. */
  public void ask(EmailAddress address, Language language) {
    database.with(
        connection -> {
          put(connection, AccountLetters.KIND, UUID.randomUUID(), address, language);
          return true;
        });
    mails.wake();
  }

  private void put(
      Connection connection, String kind, UUID about, EmailAddress address, Language language)
      throws SQLException {
    outbox.put(
        connection,
        kind,
        List.of(
            new Outbox.Order(
                UUID.randomUUID(), about, address.address(), address.key(), language.code())));
  }

  /** Opens a session by a link; empty if it is for nothing (any more). */
  public Optional<Secret> open(Secret link) {
    return database.inTransaction(
        connection -> {
          Optional<Access> access = AccessTable.use(connection, link, Kind.LINK);
          if (access.isEmpty()) {
            return Optional.empty();
          }
          Secret session = Secret.random(random);
          AccessTable.add(
              connection,
              session,
              Kind.SESSION,
              new Access(access.get().customerId(), null),
              SESSION);
          return Optional.of(session);
        });
  }

  /** Ends a session. */
  public void leave(Secret session) {
    database.inTransaction(connection -> AccessTable.use(connection, session, Kind.SESSION));
  }

  /** Whose session it is; empty if it is over. */
  public Optional<UUID> of(@Nullable Secret session) {
    return session == null
        ? Optional.empty()
        : database
            .with(connection -> AccessTable.find(connection, session, Kind.SESSION))
            .map(Access::customerId);
  }

  /** What somebody sees of themselves. */
  public record Account(Profile profile, boolean advertised) {}

  /** All that is shown; empty if the customer is gone. */
  public Optional<Account> show(UUID customer) {
    return database.with(
        connection -> {
          Optional<Profile> profile = Profiles.find(connection, customer);
          boolean advertised =
              Consents.standings(connection, customer, clock.instant()).stream()
                  .anyMatch(Standing::mayAdvertise);
          return profile.map(known -> new Account(known, advertised));
        });
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
              Optional<EmailAddress> address = before.flatMap(Accounts::address);
              if (address.isEmpty()) {
                return new Changed.Gone();
              }
              boolean moves = !address.get().key().equals(details.email().key());
              if (!Changes.change(connection, customer, with(details, address.get()))) {
                return new Changed.Gone();
              }
              updates.announce(connection, customer);
              if (moves) {
                put(connection, NewAddressLetters.KIND, customer, details.email(), language);
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
    Optional<EmailAddress> old = before.flatMap(Accounts::address);
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
    put(connection, OldAddressLetters.KIND, access.customerId(), old.get(), language);
    return Moved.MOVED;
  }

  /** Notes that somebody agrees to news, in the words of the page, or no longer does. */
  public void advertise(UUID customer, boolean agrees, Language language) {
    database.inTransaction(
        connection -> {
          if (agrees) {
            Consents.record(
                connection,
                customer,
                Statement.granted(
                    Wordings.current(Consents.MARKETING_EMAIL, language.code()), ACCOUNT));
            updates.announce(connection, customer);
          } else {
            withdraw(connection, customer, ACCOUNT);
          }
          return true;
        });
  }

  /**
   * Confirms the consent that the link of a mail asks after.
   *
   * @return false if the link is for nothing (any more)
   */
  public boolean agree(Secret link) {
    return database.inTransaction(
        connection -> {
          Optional<Access> access = AccessTable.use(connection, link, Kind.NEWS);
          if (access.isPresent()) {
            UUID customer = access.get().customerId();
            Consents.confirm(connection, customer, Consents.MARKETING_EMAIL, AGREED);
            updates.announce(connection, customer);
          }
          return access.isPresent();
        });
  }

  /** Adds something to the ledger of a customer that was said or done elsewhere. */
  public Consents.Outcome record(UUID customer, Statement statement) {
    return database.inTransaction(
        connection -> {
          Consents.Outcome outcome = Consents.record(connection, customer, statement);
          updates.announce(connection, customer);
          return outcome;
        });
  }

  /** Notes that a customer has told somebody else to send no more news. */
  public void withdraw(UUID customer) {
    database.inTransaction(
        connection -> {
          withdraw(connection, customer, ELSEWHERE);
          return true;
        });
  }

  /** Withdraws by the one click of a mail (RFC 8058). */
  public void unsubscribe(UUID customer) {
    database.inTransaction(
        connection -> {
          withdraw(connection, customer, ONE_CLICK);
          return true;
        });
  }

  private void withdraw(Connection connection, UUID customer, Origin origin) throws SQLException {
    if (Consents.withdraw(connection, customer, Consents.MARKETING_EMAIL, origin)) {
      updates.announce(connection, customer);
    }
  }

  /** What the ledger of consents has of somebody. */
  public Proof proof(UUID customer) {
    return database.with(connection -> Proof.of(connection, customer));
  }
}
