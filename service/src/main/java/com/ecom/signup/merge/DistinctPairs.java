package com.ecom.signup.merge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The pairs in {@code customer.distinct_pair}, of which somebody has said that they are two. */
public final class DistinctPairs {
  private static final String ADD =
      """
      insert into customer.distinct_pair (lesser, greater)
      select least(one, other), greatest(one, other)
      from (select ?::uuid as one, ?::uuid as other) as pair
      on conflict do nothing
      """;

  private static final String OF =
      """
      select case when lesser = ? then greater else lesser end
      from customer.distinct_pair
      where (lesser = ? and greater = any(?)) or (greater = ? and lesser = any(?))
      """;

  private static final String FORGET =
      "delete from customer.distinct_pair where lesser = any(?) or greater = any(?)";

  private DistinctPairs() {}

  /**
   * Notes that two customers are two people.
   *
   * @return whether that is new
   */
  public static boolean add(Connection connection, UUID one, UUID other) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setObject(1, one);
      statement.setObject(2, other);
      return statement.executeUpdate() > 0;
    }
  }

  /** Those of others who are known not to be this customer. */
  static Set<UUID> of(Connection connection, UUID one, Collection<UUID> others)
      throws SQLException {
    if (others.isEmpty()) {
      return Set.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(OF)) {
      statement.setObject(1, one);
      statement.setObject(2, one);
      statement.setArray(3, connection.createArrayOf("uuid", others.toArray()));
      statement.setObject(4, one);
      statement.setArray(5, connection.createArrayOf("uuid", others.toArray()));
      Set<UUID> distinct = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          distinct.add(row.getObject(1, UUID.class));
        }
      }
      return distinct;
    }
  }

  static int forget(Connection connection, List<UUID> customers) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      statement.setArray(2, connection.createArrayOf("uuid", customers.toArray()));
      return statement.executeUpdate();
    }
  }
}
