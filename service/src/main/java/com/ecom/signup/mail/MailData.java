package com.ecom.signup.mail;

import com.ecom.signup.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The mails about somebody, and to their address. */
@Singleton
final class MailData implements PersonalData {
  private final Outbox outbox;

  MailData(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String kind() {
    return "mails";
  }

  @Override
  public int erase(Connection connection, Subject subject) throws SQLException {
    return Mails.forget(
        connection,
        subject.customers(),
        subject.emailKeys().stream().map(outbox::addressHash).toList());
  }

  @Override
  public List<Kept> kept(Connection connection, Subject subject) throws SQLException {
    return Mails.kept(
        connection,
        subject.customers(),
        subject.emailKeys().stream().map(outbox::addressHash).toList());
  }
}
