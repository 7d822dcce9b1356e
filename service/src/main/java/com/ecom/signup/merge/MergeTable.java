package com.ecom.signup.merge;

import com.ecom.signup.erasure.PersonalData;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The merges in {@code customer.merge}. */
final class MergeTable {
  private static final String COLUMNS =
      "id, survivor, merged, merged_at, consents_withdrawn, undone_at";

  private static final String ADD =
      """
      insert into customer.merge (survivor, merged, consents_withdrawn)
      values (?, ?, ?)
      returning %s
      """
          .formatted(COLUMNS);

  private static final String HOLD =
      "select " + COLUMNS + " from customer.merge where id = ? for update";

  private static final String UNDO =
      """
      update customer.merge
      set undone_at = now()
      where id = ?
      returning %s
      """
          .formatted(COLUMNS);

  private static final String IN_FORCE =
      """
      select survivor, merged
      from customer.merge
      where survivor = any(?) and undone_at is null
      order by merged_at, id
      """;

  private static final String FORGET =
      "delete from customer.merge where survivor = any(?) or merged = any(?)";

  private static final String KEPT =
      """
      select id, survivor, merged, merged_at, undone_at
      from customer.merge
      where survivor = any(?) or merged = any(?)
      order by merged_at
      """;

  private MergeTable() {}

  static Merge add(Connection connection, UUID survivor, UUID merged, List<String> withdrawn)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setObject(1, survivor);
      statement.setObject(2, merged);
      statement.setArray(3, connection.createArrayOf("text", withdrawn.toArray()));
      return one(statement).orElseThrow();
    }
  }

  static Optional<Merge> hold(Connection connection, UUID id) throws SQLException {
    return byId(connection, HOLD, id);
  }

  /** Notes that it is undone. */
  static Merge undo(Connection connection, UUID id) throws SQLException {
    return byId(connection, UNDO, id).orElseThrow();
  }

  private static Optional<Merge> byId(Connection connection, String sql, UUID id)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      return one(statement);
    }
  }

  private static Optional<Merge> one(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Merge(
                  row.getObject("id", UUID.class),
                  row.getObject("survivor", UUID.class),
                  row.getObject("merged", UUID.class),
                  row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                  List.of((String[]) row.getArray("consents_withdrawn").getArray()),
                  undoneAt(row.getObject("undone_at", OffsetDateTime.class))))
          : Optional.empty();
    }
  }

  private static @Nullable Instant undoneAt(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** Who is merged into these customers. */
  static Map<UUID, List<UUID>> inForce(Connection connection, Collection<UUID> survivors)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(IN_FORCE)) {
      statement.setArray(1, connection.createArrayOf("uuid", survivors.toArray()));
      Map<UUID, List<UUID>> merged = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          merged
              .computeIfAbsent(row.getObject(1, UUID.class), survivor -> new ArrayList<>())
              .add(row.getObject(2, UUID.class));
        }
      }
      return merged;
    }
  }

  static int forget(Connection connection, List<UUID> customers) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      statement.setArray(2, connection.createArrayOf("uuid", customers.toArray()));
      return statement.executeUpdate();
    }
  }

  /** The merges of these customers. */
  static List<PersonalData.Kept> kept(Connection connection, List<UUID> customers)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEPT)) {
      statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
      statement.setArray(2, connection.createArrayOf("uuid", customers.toArray()));
      return PersonalData.Kept.rows("merge", statement);
    }
  }
}
