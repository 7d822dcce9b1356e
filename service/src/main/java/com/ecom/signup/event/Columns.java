package com.ecom.signup.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Sets the parameters of a statement over many rows, one after the other, a column at a time. */
final class Columns<T> {
  private final Connection connection;
  private final PreparedStatement statement;
  private final List<T> rows;
  private int parameter;

  private Columns(Connection connection, PreparedStatement statement, List<T> rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  @FunctionalInterface
  interface Setting<T> {
    void on(Columns<T> columns) throws SQLException;
  }

  /** Runs an update over these rows; the number of those that it met. */
  static <T> int update(Connection connection, String sql, List<T> rows, Setting<T> setting)
      throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      setting.on(new Columns<>(connection, statement, rows));
      return statement.executeUpdate();
    }
  }

  /** The two columns of an event's id. */
  void ids(Function<T, EventId> id) throws SQLException {
    array("uuid", row -> id.apply(row).customerId());
    array("int4", row -> id.apply(row).sequence());
  }

  void array(String type, Function<T, Object> column) throws SQLException {
    statement.setArray(
        ++parameter, connection.createArrayOf(type, rows.stream().map(column).toArray()));
  }
}
