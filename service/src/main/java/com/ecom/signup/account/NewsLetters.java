package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Letters;
import com.ecom.signup.mail.Mail;
import com.ecom.signup.registration.Registrations;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Asks at the address whether its owner wants the news that somebody agreed to. */
@Singleton
final class NewsLetters implements Letters {
  private static final Duration TIME = Duration.ofDays(7);

  private final RandomGenerator random;
  private final Stationery stationery;

  NewsLetters(RandomGenerator random, Stationery stationery) {
    this.random = random;
    this.stationery = stationery;
  }

  @Override
  public String kind() {
    return Registrations.CONSENT_MAIL;
  }

  @Override
  public int mostADay() {
    return 2;
  }

  @Override
  public Optional<Letter> write(Connection connection, Mail mail) throws SQLException {
    Optional<Profile> profile = Profiles.find(connection, mail.about());
    if (profile.isEmpty()) {
      return Optional.empty();
    }
    Secret secret = Secret.random(random);
    AccessTable.add(connection, secret, Kind.NEWS, new Access(mail.about(), null), TIME);
    return Optional.of(
        stationery.letter(
            mail, "news", profile.get().form().firstName(), "/account/agree", secret));
  }
}
