package com.ecom.signup.account;

import com.ecom.signup.care.AddressChanges;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.template.Language;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What follows when an operator gives a customer another address: whoever proved the old one is let
 * in no longer, and the old one is told, in case it was not the customer who asked.
 */
@Singleton
final class Farewells implements AddressChanges {
  private final Orders orders;
  private final boolean writes;

  Farewells(Orders orders, Environment environment) {
    this.orders = orders;
    this.writes = environment.correspondence().isPresent();
  }

  @Override
  public void moved(Connection connection, UUID customer, EmailAddress before) throws SQLException {
    AccessTable.forget(connection, List.of(customer));
    if (writes) {
      Language language =
          Consents.language(connection, customer).flatMap(Language::of).orElse(Language.ENGLISH);
      orders.put(connection, OldAddressLetters.KIND, customer, before, language);
    }
  }
}
