package com.ecom.signup.account;

import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Letters;
import com.ecom.signup.mail.Mail;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Tells the address that a customer had before that it has another one now. */
@Singleton
final class OldAddressLetters implements Letters {
  static final String KIND = "old-address";

  private final Stationery stationery;

  OldAddressLetters(Stationery stationery) {
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
    Optional<Profile> profile = Profiles.find(connection, mail.about());
    return profile.map(
        known -> stationery.letter(mail, "moved", known.form().firstName(), "/", null));
  }
}
