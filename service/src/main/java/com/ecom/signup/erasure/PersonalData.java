package com.ecom.signup.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something that holds personal data beside the customer itself: it shows it, and lets it go. */
public interface PersonalData {
  /** What it is called in receipts: a word for the rows. */
  String kind();

  /**
   * Lets all of it go that belongs to somebody.
   *
   * @return of how many rows
   */
  int erase(Connection connection, Subject subject) throws SQLException;

  /** All of it that belongs to somebody, without what would let anybody act in their name. */
  List<Kept> kept(Connection connection, Subject subject) throws SQLException;

  /**
   * Something that is kept of somebody.
   *
   * @param kind of thing, the same for all like it
   * @param values by their names
   */
  record Kept(String kind, Map<String, String> values) {
    /** The rows of a query, by the names of its columns; what is null is left out. */
    public static List<Kept> rows(String kind, PreparedStatement statement) throws SQLException {
      List<Kept> all = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        ResultSetMetaData columns = row.getMetaData();
        while (row.next()) {
          Map<String, String> values = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value != null) {
              values.put(
                  columns.getColumnLabel(i),
                  value instanceof Timestamp time ? time.toInstant().toString() : value.toString());
            }
          }
          all.add(new Kept(kind, values));
        }
      }
      return all;
    }

    @Override
    public String toString() {
      return "Kept[" + kind + "]";
    }
  }

  /**
   * Who is erased.
   *
   * @param customers the customer and those that were merged into it
   * @param emailKeys canonical addresses, those of duplicates too
   */
  record Subject(List<UUID> customers, List<String> emailKeys) {
    @Override
    public String toString() {
      return "Subject" + customers;
    }
  }
}
