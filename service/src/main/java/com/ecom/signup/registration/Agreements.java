package com.ecom.signup.registration;

import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Statement;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.mail.Outbox;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Keeps what somebody agrees to who registers. What has to be confirmed (double opt-in) is asked
 * after by a mail, which is put in the same transaction.
 */
@Singleton
final class Agreements {
  private final RegistrationBodies bodies;
  private final Outbox outbox;

  Agreements(RegistrationBodies bodies, Outbox outbox) {
    this.bodies = bodies;
    this.outbox = outbox;
  }

  /** What announces somebody with these consents. */
  String announcement(UUID id, CustomerDetails details, List<Statement> consents) {
    return consents.isEmpty()
        ? CustomerRegistered.of(id, details, List.of(), null).body()
        : bodies.of(id, details, consents);
  }

  void keep(Connection connection, UUID id, CustomerDetails details, List<Statement> consents)
      throws SQLException {
    for (Statement consent : consents) {
      Consents.record(connection, id, consent);
      if (consent.act() == Statement.Act.ASKED) {
        outbox.put(
            connection,
            Registrations.CONSENT_MAIL,
            List.of(
                new Outbox.Order(
                    id,
                    id,
                    details.email().address(),
                    details.email().key(),
                    Objects.requireNonNullElse(consent.language(), "en"))));
      }
    }
  }
}
