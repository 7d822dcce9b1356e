package com.ecom.signup.mail;

import com.ecom.signup.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The mails about somebody, and to their address. */
@Singleton
final class MailData implements PersonalData {
  private final Outbox outbox;

  MailData(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void erase(Connection connection, Subject subject) throws SQLException {
    for (UUID customer : subject.customers()) {
      for (String key : subject.emailKeys()) {
        Mails.forget(connection, customer, outbox.addressHash(key));
      }
    }
  }
}
