package com.ecom.signup.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the database holds at the end.
 *
 * @param customers the ids of the active customers of each address
 * @param events the ids of the events that announce each customer
 */
record Stored(Map<String, List<String>> customers, Map<String, List<String>> events) {
  static Stored in(Connection connection) throws SQLException {
    return new Stored(
        grouped(
            connection,
            "select email_key, id::text from customer.cust_registration where is_active"),
        grouped(
            connection,
            "select customer_id::text, customer_id || ':' || sequence from customer.event"
                + " where type = 'com.ecom.customer.registered.v1'"));
  }

  private static Map<String, List<String>> grouped(Connection connection, String query)
      throws SQLException {
    Map<String, List<String>> groups = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        groups
            .computeIfAbsent(row.getString(1), unknown -> new ArrayList<>())
            .add(row.getString(2));
      }
    }
    return groups;
  }

  /** Whether there is an event of this id. */
  boolean hasEvent(String id) {
    return events
        .getOrDefault(id.substring(0, Math.max(0, id.indexOf(':'))), List.of())
        .contains(id);
  }
}
