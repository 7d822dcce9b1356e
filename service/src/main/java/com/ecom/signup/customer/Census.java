package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who is there, active or not, for those who go through all customers. */
public final class Census {
  private static final String AFTER =
      """
      select id, registered_at is not null and announced
      from customer.cust_registration
      where id > ?
      order by id
      limit ?
      """;

  private static final String PRESENT =
      "select id from customer.cust_registration where id = any(?)";

  private Census() {}

  /**
   * Somebody.
   *
   * @param registeredHere whether this service registered it and so announced it; else the old one
   *     did, in its own way, or an import brought it without an event
   */
  public record Person(UUID id, boolean registeredHere) {}

  /** The next by id. */
  public static List<Person> after(Connection connection, UUID id, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
      statement.setObject(1, id);
      statement.setInt(2, limit);
      List<Person> people = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          people.add(new Person(row.getObject(1, UUID.class), row.getBoolean(2)));
        }
      }
      return people;
    }
  }

  /** Those of them that are there. */
  public static Set<UUID> present(Connection connection, Collection<UUID> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PRESENT)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      Set<UUID> present = HashSet.newHashSet(ids.size());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          present.add(row.getObject(1, UUID.class));
        }
      }
      return present;
    }
  }
}
