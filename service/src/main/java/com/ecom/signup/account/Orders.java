package com.ecom.signup.account;

import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.mail.Outbox;
import com.ecom.signup.template.Language;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Orders mails to people. */
@Singleton
final class Orders {
  private final Outbox outbox;

  Orders(Outbox outbox) {
    this.outbox = outbox;
  }

  void put(Connection connection, String kind, UUID about, EmailAddress address, Language language)
      throws SQLException {
    outbox.put(
        connection,
        kind,
        List.of(
            new Outbox.Order(
                UUID.randomUUID(), about, address.address(), address.key(), language.code())));
  }
}
