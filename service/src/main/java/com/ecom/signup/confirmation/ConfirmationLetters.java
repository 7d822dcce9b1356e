package com.ecom.signup.confirmation;

import com.ecom.signup.confirmation.PendingTable.Stored;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Letters;
import com.ecom.signup.mail.Mail;
import com.ecom.signup.mail.Outbox;
import com.ecom.signup.template.Templates;
import com.ecom.signup.template.Texts;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Writes to those who registered: how to confirm, or, to the owner of an address that is known,
 * that somebody registered with it.
 */
@Singleton
final class ConfirmationLetters implements Letters {
  private static final String KIND = "registration-received";
  private static final String KNOWN = "address-known";
  private static final int MOST_OF_KNOWN = 1;

  private final Codes codes;
  private final Outbox outbox;
  private final RandomGenerator random;
  private final Optional<Correspondence> correspondence;

  ConfirmationLetters(Codes codes, Outbox outbox, RandomGenerator random, Environment environment) {
    this.codes = codes;
    this.outbox = outbox;
    this.random = random;
    this.correspondence = environment.correspondence();
  }

  static void order(Connection connection, Outbox outbox, UUID id, PendingRegistration registration)
      throws SQLException {
    outbox.put(
        connection,
        KIND,
        List.of(
            new Outbox.Order(
                id,
                registration.id(),
                address(registration),
                registration.emailKey(),
                registration.language().code())));
  }

  /** As typed, with the domain as mail servers write it. */
  private static String address(PendingRegistration registration) {
    String typed = String.valueOf(registration.form().emailId()).strip();
    String key = registration.emailKey();
    return typed.substring(0, typed.lastIndexOf('@')) + key.substring(key.lastIndexOf('@'));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int mostADay() {
    return 5;
  }

  /** What the templates of mails are filled with. */
  record Model(String firstName, String address, String link, String code, String home) {
    @Override
    public String toString() {
      return "Model[***]";
    }
  }

  @Override
  public Optional<Letter> write(Connection connection, Mail mail) throws SQLException {
    Optional<Stored> found =
        PendingTable.find(connection, mail.about())
            .filter(stored -> stored.live() && !stored.confirmed());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PendingRegistration registration = found.get().registration();
    if (Customers.known(connection, Set.of(registration.emailKey())).isEmpty()) {
      return Optional.of(confirm(connection, registration));
    }
    return outbox.sentToday(connection, KNOWN, registration.emailKey(), mail) < MOST_OF_KNOWN
        ? Optional.of(letter(KNOWN, "known", registration, "", ""))
        : Optional.empty();
  }

  private Letter confirm(Connection connection, PendingRegistration registration)
      throws SQLException {
    Secret link = Secret.random(random);
    String code = codes.next();
    TokenTable.add(connection, registration.id(), link, codes.hash(registration.id(), code));
    String path =
        "/confirm?registration="
            + registration.id()
            + "&lang="
            + registration.language().code()
            + "#"
            + link.value();
    return letter(KIND, "confirm", registration, path, code);
  }

  private Letter letter(
      String kind, String template, PendingRegistration registration, String path, String code) {
    Correspondence places = correspondence.orElseThrow();
    Model model =
        new Model(
            String.valueOf(registration.form().firstName()).strip(),
            String.valueOf(registration.form().emailId()).strip(),
            places.page(path),
            code,
            places.page("/"));
    return new Letter(
        kind,
        Texts.in(registration.language()).get("mail_" + template + "_subject"),
        Templates.render("mails/" + template + ".txt", registration.language(), model),
        Templates.render("mails/" + template + ".html", registration.language(), model));
  }
}
