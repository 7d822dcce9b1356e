package com.ecom.signup.abuse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What operators say of mail domains, in {@code customer.disposable_domain}. */
final class DisposableTable {
  private static final String ALL =
      """
      select domain, disposable, changed_at
      from customer.disposable_domain
      order by domain
      """;

  private static final String PUT =
      """
      insert into customer.disposable_domain (domain, disposable)
      values (?, ?)
      on conflict on constraint disposable_domain_pkey
      do update set disposable = excluded.disposable, changed_at = now()
      returning domain, disposable, changed_at
      """;

  private static final String REMOVE =
      """
      delete from customer.disposable_domain
      where domain = ?
      """;

  private DisposableTable() {}

  static List<Listing> all(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      return rows(statement);
    }
  }

  static Listing put(Connection connection, String domain, boolean disposable) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PUT)) {
      statement.setString(1, domain);
      statement.setBoolean(2, disposable);
      return rows(statement).getFirst();
    }
  }

  static boolean remove(Connection connection, String domain) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setString(1, domain);
      return statement.executeUpdate() > 0;
    }
  }

  private static List<Listing> rows(PreparedStatement statement) throws SQLException {
    List<Listing> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(
            new Listing(
                row.getString("domain"),
                row.getBoolean("disposable"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant()));
      }
    }
    return rows;
  }
}
