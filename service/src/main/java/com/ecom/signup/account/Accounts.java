package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Proof;
import com.ecom.signup.consent.Standing;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.database.Database;
import com.ecom.signup.mail.MailRelay;
import com.ecom.signup.template.Language;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Shows people what is known of them. Each proves the address by a link in a mail, which opens a
 * session of half an hour.
 */
@Singleton
public final class Accounts {
  private static final Duration SESSION = Duration.ofMinutes(30);

  private final Database database;
  private final Orders orders;
  private final MailRelay mails;
  private final RandomGenerator random;
  private final Clock clock;

  Accounts(Database database, Orders orders, MailRelay mails, RandomGenerator random, Clock clock) {
    this.database = database;
    this.orders = orders;
    this.mails = mails;
    this.random = random;
    this.clock = clock;
  }

  /** Asks for a mail with a link; whether the address is a customer's plays no part here. */
  public void ask(EmailAddress address, Language language) {
    database.with(
        connection -> {
          orders.put(connection, AccountLetters.KIND, UUID.randomUUID(), address, language);
          return true;
        });
    mails.wake();
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

  /** What the ledger of consents has of somebody. */
  public Proof proof(UUID customer) {
    return database.with(connection -> Proof.of(connection, customer));
  }
}
