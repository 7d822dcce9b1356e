package com.ecom.signup.transfer;

import com.ecom.signup.erasure.PersonalData;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows in {@code customer.import_refusal} that were refused, until they are corrected. */
final class RefusalTable {
  private static final String ADD =
      """
      insert into customer.import_refusal (import_id, line, email_key, refused)
      select ?, line, email_key, refused
      from unnest(?::bigint[], ?::text[], ?::text[]) as row (line, email_key, refused)
      """;

  private static final String AFTER =
      """
      select line, refused
      from customer.import_refusal
      where import_id = ? and line > ?
      order by line
      limit ?
      """;

  /** A row whose address could not be read is looked through for it. */
  private static final String FORGET =
      """
      delete from customer.import_refusal
      where email_key = any(?)
        or (
          email_key is null
          and exists (
            select from unnest(?::text[]) as key where position(key in lower(refused)) > 0))
      """;

  private static final String PURGE =
      """
      delete from customer.import_refusal
      where (import_id, line) in (
        select import_id, line
        from customer.import_refusal
        where refused_at < now() - interval '7 days'
        order by refused_at
        limit ?
        for update skip locked)
      """;

  private static final String OF_ADDRESSES =
      """
      select import_id, line, refused as row, refused_at
      from customer.import_refusal
      where email_key = any(?)
      order by refused_at
      """;

  private RefusalTable() {}

  /** A refused row as it is written. */
  record Refused(long line, String row) {
    @Override
    public String toString() {
      return "Refused[" + line + "]";
    }
  }

  static void add(Connection connection, UUID id, List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setObject(1, id);
      statement.setArray(2, array(connection, "int8", rows, Row::line));
      statement.setArray(3, array(connection, "text", rows, row -> row.emailKey().orElse(null)));
      statement.setArray(4, array(connection, "text", rows, Row::written));
      statement.executeUpdate();
    }
  }

  private static java.sql.Array array(
      Connection connection, String type, List<Row> rows, Function<Row, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }

  static List<Refused> after(Connection connection, UUID id, long line, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
      statement.setObject(1, id);
      statement.setLong(2, line);
      statement.setInt(3, limit);
      List<Refused> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(new Refused(row.getLong(1), row.getString(2)));
        }
      }
      return found;
    }
  }

  static int forget(Connection connection, List<String> emailKeys) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setArray(1, connection.createArrayOf("text", emailKeys.toArray()));
      statement.setArray(2, connection.createArrayOf("text", emailKeys.toArray()));
      return statement.executeUpdate();
    }
  }

  static int purge(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
      statement.setInt(1, limit);
      return statement.executeUpdate();
    }
  }

  /** Those that are kept of an address. */
  static List<PersonalData.Kept> of(Connection connection, List<String> emailKeys)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_ADDRESSES)) {
      statement.setArray(1, connection.createArrayOf("text", emailKeys.toArray()));
      return PersonalData.Kept.rows("refused_row", statement);
    }
  }
}
