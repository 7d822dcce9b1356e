package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Origin;
import com.ecom.signup.consent.Statement;
import com.ecom.signup.consent.Wordings;
import com.ecom.signup.database.Database;
import com.ecom.signup.registration.Updates;
import com.ecom.signup.template.Language;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What people agree to, and no longer do, once they are customers. Subscribers are told. */
@Singleton
public final class ConsentChanges {
  private static final Origin ACCOUNT = new Origin(Origin.Channel.ACCOUNT, "/account");
  private static final Origin AGREED = new Origin(Origin.Channel.MAIL, "/account/agree");
  private static final Origin ELSEWHERE = new Origin(Origin.Channel.API, "/v1/customers");
  private static final Origin ONE_CLICK = new Origin(Origin.Channel.MAIL, "/unsubscribe");

  private final Database database;
  private final Updates updates;

  ConsentChanges(Database database, Updates updates) {
    this.database = database;
    this.updates = updates;
  }

  /** Notes that somebody agrees to news, in the words of the page, or no longer does. */
  public void advertise(UUID customer, boolean agrees, Language language) {
    database.inTransaction(
        connection -> {
          if (agrees) {
            Consents.record(
                connection,
                customer,
                Statement.granted(
                    Wordings.current(Consents.MARKETING_EMAIL, language.code()), ACCOUNT));
            updates.announce(connection, customer);
          } else {
            withdraw(connection, customer, ACCOUNT);
          }
          return true;
        });
  }

  /**
   * Confirms the consent that the link of a mail asks after.
   *
   * @return false if the link is for nothing (any more)
   */
  public boolean agree(Secret link) {
    return database.inTransaction(
        connection -> {
          Optional<Access> access = AccessTable.use(connection, link, Kind.NEWS);
          if (access.isPresent()) {
            UUID customer = access.get().customerId();
            Consents.confirm(connection, customer, Consents.MARKETING_EMAIL, AGREED);
            updates.announce(connection, customer);
          }
          return access.isPresent();
        });
  }

  /** Adds something to the ledger of a customer that was said or done elsewhere. */
  public void record(Connection connection, UUID customer, Statement statement)
      throws SQLException {
    Consents.record(connection, customer, statement);
    updates.announce(connection, customer);
  }

  /** Notes that a customer has told somebody else to send no more news. */
  public void withdraw(Connection connection, UUID customer) throws SQLException {
    withdraw(connection, customer, ELSEWHERE);
  }

  /** Withdraws by the one click of a mail (RFC 8058). */
  public void unsubscribe(UUID customer) {
    database.inTransaction(
        connection -> {
          withdraw(connection, customer, ONE_CLICK);
          return true;
        });
  }

  private void withdraw(Connection connection, UUID customer, Origin origin) throws SQLException {
    if (Consents.withdraw(connection, customer, Consents.MARKETING_EMAIL, origin)) {
      updates.announce(connection, customer);
    }
  }
}
