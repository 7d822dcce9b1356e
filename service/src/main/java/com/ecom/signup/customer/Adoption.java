package com.ecom.signup.customer;

import com.ecom.signup.database.AfterMigration;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes customers of the rows that the old service left: each gets the canonical key of its
 * address. Of the active rows with one key, the oldest (the first in the table: the old service
 * kept no time) is the customer; the others are superseded, that is, no longer active and pointing
 * at it. No row is deleted and no old value is changed.
 *
 * <p>Rows without a key are looked for at every start, so that a row which the old service wrote
 * while both ran is adopted by the next start. Rows whose address is none keep a null key and wait
 * there for somebody to correct them.
 */
@Singleton
final class Adoption implements AfterMigration {
  private static final Logger LOG = Logger.getLogger(Adoption.class);
  private static final int BATCH = 1000;
  private static final int ATTEMPTS = 10;
  private static final String UNIQUE_VIOLATION = "23505";

  /** Any number that no other program takes for its advisory lock. */
  private static final long LOCK = 7_305_518_342_077_001L;

  private static final String WITHOUT_KEY =
      """
      select ctid, id, email_id
      from customer.cust_registration
      where email_key is null and ctid > ?::tid
      order by ctid
      limit ?
      """;

  private static final String ADOPT =
      """
      with row as (
        select
          stored.id,
          given.key,
          stored.is_active,
          row_number() over (
            partition by given.key
            order by stored.is_active desc nulls last, given.place
          ) as turn
        from unnest(?::uuid[], ?::text[]) with ordinality as given (id, key, place)
        join customer.cust_registration stored
          on stored.id = given.id and stored.email_key is null
      ),
      holder as (
        select email_key as key, id
        from customer.cust_registration
        where email_key in (select key from row) and is_active
      ),
      customer_of_address as (
        select key, id from holder
        union all
        select key, id
        from row
        where turn = 1 and is_active and key not in (select key from holder)
      )
      update customer.cust_registration stored
      set
        email_key = row.key,
        superseded_by = case when row.is_active and row.id <> first.id then first.id end,
        is_active = case when row.is_active and row.id <> first.id then false else row.is_active end
      from row
      left join customer_of_address first using (key)
      where stored.id = row.id
      returning stored.superseded_by is not null
      """;

  @Override
  public Object run(Connection connection) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute("select pg_advisory_lock(" + LOCK + ")");
      try {
        Count count = adoptAll(connection);
        count.report();
        return count;
      } finally {
        lock.execute("select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private static Count adoptAll(Connection connection) throws SQLException {
    Count count = new Count();
    String from = "(0,0)";
    for (List<Row> rows = next(connection, from); !rows.isEmpty(); rows = next(connection, from)) {
      adopt(connection, rows, count);
      from = rows.getLast().place();
    }
    return count;
  }

  private static List<Row> next(Connection connection, String from) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WITHOUT_KEY)) {
      statement.setString(1, from);
      statement.setInt(2, BATCH);
      List<Row> rows = new ArrayList<>(BATCH);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getString("ctid"),
                  row.getObject("id", UUID.class),
                  Optional.ofNullable(row.getString("email_id")).flatMap(EmailAddress::keyOf)));
        }
      }
      return rows;
    }
  }

  private static void adopt(Connection connection, List<Row> rows, Count count)
      throws SQLException {
    List<Row> addressed = rows.stream().filter(row -> row.key().isPresent()).toList();
    count.withoutAddress += rows.size() - addressed.size();
    for (int attempt = 1; ; attempt++) {
      try {
        update(connection, addressed, count);
        return;
      } catch (SQLException e) {
        boolean registeredMeanwhile = UNIQUE_VIOLATION.equals(e.getSQLState());
        if (!registeredMeanwhile || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void update(Connection connection, List<Row> addressed, Count count)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADOPT)) {
      statement.setArray(
          1, connection.createArrayOf("uuid", addressed.stream().map(Row::id).toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "text", addressed.stream().map(row -> row.key().orElseThrow()).toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          count.adopted++;
          count.superseded += row.getBoolean(1) ? 1 : 0;
        }
      }
    }
  }

  private record Row(String place, UUID id, Optional<String> key) {}

  /** What one run met. */
  private static final class Count {
    private int adopted;
    private int superseded;
    private int withoutAddress;

    void report() {
      if (adopted > 0) {
        LOG.infof(
            "Adopted %d rows of the old service: %d of them superseded as duplicates (superseded_by"
                + " names the customer)",
            adopted, superseded);
      }
      if (withoutAddress > 0) {
        LOG.warnf(
            "%d rows hold no valid address and so no customer: see where email_key is null",
            withoutAddress);
      }
    }
  }
}
