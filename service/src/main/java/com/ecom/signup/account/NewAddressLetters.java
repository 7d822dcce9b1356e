package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.account.Stationery.Link;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Letters;
import com.ecom.signup.mail.Mail;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Asks at a new address whether it is the customer's. */
@Singleton
final class NewAddressLetters implements Letters {
  static final String KIND = "new-address";
  private static final Link LINK =
      new Link(Kind.ADDRESS, Duration.ofHours(24), "address", "/account/address");

  private final Stationery stationery;

  NewAddressLetters(Stationery stationery) {
    this.stationery = stationery;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int mostADay() {
    return 3;
  }

  @Override
  public Optional<Letter> write(Connection connection, Mail mail) throws SQLException {
    Optional<Profile> profile = Profiles.find(connection, mail.about());
    if (profile.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        stationery.withLink(
            connection,
            mail,
            profile.get().form().firstName(),
            LINK,
            new Access(mail.about(), mail.address())));
  }
}
