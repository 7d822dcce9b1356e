package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other. */
final class Parameters {
  private final PreparedStatement statement;
  private int parameter;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  Parameters text(@Nullable String value) throws SQLException {
    statement.setString(++parameter, value);
    return this;
  }

  Parameters id(UUID value) throws SQLException {
    statement.setObject(++parameter, value);
    return this;
  }

  Parameters number(int value) throws SQLException {
    statement.setInt(++parameter, value);
    return this;
  }

  Parameters texts(Connection connection, Collection<String> values) throws SQLException {
    statement.setArray(++parameter, connection.createArrayOf("text", values.toArray()));
    return this;
  }

  Parameters times(Filter filter) throws SQLException {
    time(filter.from());
    time(filter.before());
    return this;
  }

  /** A time, or without one the earliest that there is. */
  Parameters timeOrEarliest(@Nullable Instant value) throws SQLException {
    statement.setObject(
        ++parameter, value == null ? OffsetDateTime.MIN : value.atOffset(ZoneOffset.UTC));
    return this;
  }

  private void time(@Nullable Instant value) throws SQLException {
    if (value != null) {
      statement.setObject(++parameter, value.atOffset(ZoneOffset.UTC));
    }
  }
}
