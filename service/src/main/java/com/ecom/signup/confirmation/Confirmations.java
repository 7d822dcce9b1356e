package com.ecom.signup.confirmation;

import com.ecom.signup.confirmation.PendingRegistration.Channel;
import com.ecom.signup.confirmation.PendingTable.Stored;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Origin;
import com.ecom.signup.consent.Statement;
import com.ecom.signup.consent.Wordings;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.database.Database;
import com.ecom.signup.mail.MailRelay;
import com.ecom.signup.mail.Outbox;
import com.ecom.signup.registration.Outcome;
import com.ecom.signup.registration.Registrations;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Confirms registrations. To look at one changes nothing, since scanners open links: a customer is
 * made by {@link #confirm} alone, in one transaction with its event and its consent.
 */
@Singleton
public final class Confirmations {
  private static final int MOST_WRONG_ANSWERS = 5;

  private final Database database;
  private final Registrations registrations;
  private final Numbers numbers;
  private final Codes codes;
  private final Outbox outbox;
  private final MailRelay mails;

  Confirmations(
      Database database,
      Registrations registrations,
      Numbers numbers,
      Codes codes,
      Outbox outbox,
      MailRelay mails) {
    this.database = database;
    this.registrations = registrations;
    this.numbers = numbers;
    this.codes = codes;
    this.outbox = outbox;
    this.mails = mails;
  }

  /** What a link is for; empty if it is for nothing (any more). */
  public Optional<Shown> show(Secret link, @Nullable Secret screen) {
    return database.with(
        connection -> {
          Optional<UUID> id = TokenTable.ofLink(connection, link);
          Optional<Stored> stored =
              id.isEmpty() ? Optional.empty() : PendingTable.find(connection, id.get());
          return stored.filter(Confirmations::isOpen).map(found -> shown(found, screen));
        });
  }

  static boolean isOpen(Stored stored) {
    return stored.live()
        && !stored.confirmed()
        && !stored.registration().quarantined()
        && stored.wrongAnswers() < MOST_WRONG_ANSWERS;
  }

  private Shown shown(Stored stored, @Nullable Secret screen) {
    PendingRegistration registration = stored.registration();
    return new Shown(
        registration.id(),
        String.valueOf(registration.form().firstName()),
        String.valueOf(registration.form().emailId()),
        String.valueOf(registration.form().city()),
        stored.createdAt(),
        needsNumber(registration, screen) ? numbers.choices(registration.id()) : List.of());
  }

  private static boolean needsNumber(PendingRegistration registration, @Nullable Secret screen) {
    boolean sameScreen = screen != null && screen.shortHash().equals(registration.screenHash());
    return registration.channel() != Channel.OLD && !sameScreen;
  }

  /**
   * Confirms with the link of a mail.
   *
   * @param number the one that was picked, if one was; a wrong one ends the registration, as who
   *     does not know it has not registered
   */
  public Confirmed confirm(Secret link, @Nullable Secret screen, @Nullable Integer number) {
    Predicate<PendingRegistration> right =
        registration ->
            !needsNumber(registration, screen)
                || (number != null && number == numbers.of(registration.id()));
    return database.inTransaction(
        connection ->
            attempt(connection, TokenTable.ofLink(connection, link), right, MOST_WRONG_ANSWERS));
  }

  /** Confirms with the code of a mail. */
  public Confirmed confirm(UUID id, String code) {
    byte[] hash = codes.hash(id, code);
    return database.inTransaction(
        connection -> {
          boolean right = TokenTable.hasCode(connection, id, hash);
          return attempt(connection, Optional.of(id), registration -> right, 1);
        });
  }

  private Confirmed attempt(
      Connection connection, Optional<UUID> id, Predicate<PendingRegistration> right, int weight)
      throws SQLException {
    Optional<Stored> held =
        id.isEmpty() ? Optional.empty() : PendingTable.hold(connection, id.get());
    if (held.isEmpty() || !held.get().live()) {
      return new Confirmed.Gone();
    }
    Stored stored = held.get();
    if (stored.confirmed()) {
      return outcome(stored.customerId());
    }
    if (!isOpen(stored)) {
      return new Confirmed.Gone();
    }
    PendingRegistration registration = stored.registration();
    if (!right.test(registration)) {
      PendingTable.wrong(connection, registration.id(), weight);
      int left = MOST_WRONG_ANSWERS - stored.wrongAnswers() - weight;
      return left > 0 ? new Confirmed.Wrong(left) : new Confirmed.Gone();
    }
    return make(connection, registration);
  }

  Confirmed make(Connection connection, PendingRegistration registration) throws SQLException {
    Optional<Statement> consent = consent(registration);
    Outcome outcome =
        registrations.register(connection, details(registration), consent.stream().toList());
    UUID customerId = outcome instanceof Outcome.Registered made ? made.customerId() : null;
    if (customerId != null && consent.isPresent()) {
      Consents.record(connection, customerId, consent.get());
    }
    PendingTable.confirmed(connection, registration.id(), customerId);
    return outcome(customerId);
  }

  private static Confirmed outcome(@Nullable UUID customerId) {
    return customerId == null ? new Confirmed.AddressTaken() : new Confirmed.Registered(customerId);
  }

  private static Optional<Statement> consent(PendingRegistration registration) {
    Origin origin = new Origin(Origin.Channel.MAIL, "/confirm");
    return Optional.ofNullable(registration.consentWording())
        .flatMap(Wordings::shown)
        .map(wording -> Statement.granted(wording, origin));
  }

  /** It was valid when it was received; rules that have grown since do not undo that. */
  private static CustomerDetails details(PendingRegistration registration) {
    return switch (registration.form().validate()) {
      case Validation.Accepted accepted -> accepted.details();
      case Validation.Refused refused ->
          throw new IllegalStateException(registration + " breaks " + refused.violations().size());
    };
  }

  /** What was last registered on a screen. */
  public Optional<Waiting> waiting(Secret screen) {
    return database
        .with(connection -> PendingTable.ofScreen(connection, screen.shortHash()))
        .map(
            stored ->
                new Waiting(
                    stored.registration().id(),
                    String.valueOf(stored.registration().form().emailId()),
                    numbers.of(stored.registration().id()),
                    stored.confirmed(),
                    stored.live()));
  }

  /**
   * Sends the mail once more, unless one waits to be sent. The links of earlier ones stay good.
   *
   * @return whether there is a registration that can be confirmed
   */
  public boolean sendAgain(UUID id) {
    return sendAgain(id, connection -> true);
  }

  /** The same, with what else belongs to the transaction. */
  boolean sendAgain(UUID id, Database.Work<?> record) {
    boolean open =
        database.inTransaction(
            connection -> {
              Optional<Stored> stored =
                  PendingTable.hold(connection, id).filter(Confirmations::isOpen);
              if (stored.isPresent()) {
                ConfirmationLetters.order(
                    connection, outbox, UUID.randomUUID(), stored.get().registration());
                record.on(connection);
              }
              return stored.isPresent();
            });
    mails.wake();
    return open;
  }
}
