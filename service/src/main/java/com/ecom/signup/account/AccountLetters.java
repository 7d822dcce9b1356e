package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.StoredCustomer;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Letters;
import com.ecom.signup.mail.Mail;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Writes to who asked for access; to an address that is no customer's, nothing. */
@Singleton
final class AccountLetters implements Letters {
  static final String KIND = "account-link";
  private static final Duration TIME = Duration.ofMinutes(30);

  private final RandomGenerator random;
  private final Stationery stationery;

  AccountLetters(RandomGenerator random, Stationery stationery) {
    this.random = random;
    this.stationery = stationery;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int mostADay() {
    return 5;
  }

  @Override
  public Optional<Letter> write(Connection connection, Mail mail) throws SQLException {
    Optional<String> key = EmailAddress.keyOf(mail.address());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    StoredCustomer customer = Customers.byKey(connection, List.of(key.get())).get(key.get());
    if (customer == null) {
      return Optional.empty();
    }
    Secret secret = Secret.random(random);
    AccessTable.add(connection, secret, Kind.LINK, new Access(customer.id(), null), TIME);
    return Optional.of(
        stationery.letter(mail, "account", customer.form().firstName(), "/account/open", secret));
  }
}
