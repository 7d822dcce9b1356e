package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is there, active or not, for those who go through all customers. */
public final class Census {
  /** Of one span of time: more than this is not better known, but only costs more. */
  private static final int COUNTED_AT_MOST = 100_000;

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

  /**
   * New ids begin with the time that they were made at, so that those of a span of time are side by
   * side in the index of the primary key, wherever the millions before them are; no more than so
   * many of a span are looked at.
   */
  private static final String REGISTERED =
      """
      select count(*) filter (where found.registered_at is not null and found.announced)
      from unnest(?::uuid[], ?::uuid[]) with ordinality as span (first, beyond, number)
      left join lateral (
        select registered_at, announced
        from customer.cust_registration
        where id >= span.first and id < span.beyond
        limit %d) as found on true
      group by span.number
      order by span.number
      """
          .formatted(COUNTED_AT_MOST);

  private Census() {}

  /**
   * How many have registered here in each of these spans of time.
   *
   * @param beginnings of the spans
   * @param length of each
   */
  public static List<Integer> registered(
      Connection connection, List<Instant> beginnings, Duration length) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REGISTERED)) {
      statement.setArray(1, ids(connection, beginnings.stream()));
      statement.setArray(2, ids(connection, beginnings.stream().map(time -> time.plus(length))));
      List<Integer> counts = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.add(row.getInt(1));
        }
      }
      return counts;
    }
  }

  /** The least ids of version 7 (RFC 9562, section 5.7) of these moments. */
  private static java.sql.Array ids(Connection connection, Stream<Instant> moments)
      throws SQLException {
    return connection.createArrayOf(
        "uuid", moments.map(moment -> new UUID(moment.toEpochMilli() << 16, 0)).toArray());
  }

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
