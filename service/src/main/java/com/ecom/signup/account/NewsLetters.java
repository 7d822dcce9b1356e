package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.account.Stationery.Link;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Letters;
import com.ecom.signup.mail.Mail;
import com.ecom.signup.registration.Registrations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Asks at the address whether its owner wants the news that somebody agreed to. */
@Singleton
final class NewsLetters implements Letters {
  private static final Link LINK =
      new Link(Kind.NEWS, Duration.ofDays(7), "news", "/account/agree");

  private final Stationery stationery;

  NewsLetters(Stationery stationery) {
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
    return Optional.of(
        stationery.withLink(
            connection,
            mail,
            profile.get().form().firstName(),
            LINK,
            new Access(mail.about(), null)));
  }
}
