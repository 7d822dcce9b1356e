package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.account.Stationery.Link;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.StoredCustomer;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Letters;
import com.ecom.signup.mail.Mail;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes to who asked for access; to an address that is no customer's, nothing. */
@Singleton
final class AccountLetters implements Letters {
  static final String KIND = "account-link";
  private static final Link LINK =
      new Link(Kind.LINK, Duration.ofMinutes(30), "account", "/account/open");

  private final Stationery stationery;

  AccountLetters(Stationery stationery) {
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
    return Optional.of(
        stationery.withLink(
            connection, mail, customer.form().firstName(), LINK, new Access(customer.id(), null)));
  }
}
