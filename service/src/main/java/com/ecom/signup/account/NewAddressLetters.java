package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Letters;
import com.ecom.signup.mail.Mail;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Asks at a new address whether it is the customer's. */
@Singleton
final class NewAddressLetters implements Letters {
  static final String KIND = "new-address";
  private static final Duration TIME = Duration.ofHours(24);

  private final RandomGenerator random;
  private final Stationery stationery;

  NewAddressLetters(RandomGenerator random, Stationery stationery) {
    this.random = random;
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
    Secret secret = Secret.random(random);
    AccessTable.add(
        connection, secret, Kind.ADDRESS, new Access(mail.about(), mail.address()), TIME);
    return Optional.of(
        stationery.letter(
            mail, "address", profile.get().form().firstName(), "/account/address", secret));
  }
}
