package com.ecom.signup.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Puts customers, whose events were delivered, into a database of the service's schema. */
final class Filling {

  /** Those of the customers that hold no constraint, each with the statement that makes it. */
  private static final String INDEXES =
      """
      select index.indexrelid::regclass::text, pg_get_indexdef(index.indexrelid)
      from pg_index index
      where index.indrelid = 'customer.cust_registration'::regclass
        and not exists (select from pg_constraint where conindid = index.indexrelid)
      """;

  private static final long LEAST_STEP = 50_000;
  private static final int STEPS = 40;

  private final Store store;
  private final String database;
  private final long step;
  private final long last;

  private Filling(Store store, String database, long from, long last) {
    this.store = store;
    this.database = database;
    this.last = last;
    step = Math.max(LEAST_STEP, (last - from) / STEPS);
  }

  /** Empties both tables first, and leaves nothing to be written. */
  static void anew(Store store, String database, long customers) {
    again(store, database, customers);
    store.checkpoint();
  }

  /** The same without a checkpoint, after which other databases would write their pages whole. */
  static void again(Store store, String database, long customers) {
    store.execute(database, "truncate customer.cust_registration, customer.event");
    new Filling(store, database, 1, customers).fill(1);
    vacuum(store, database);
  }

  /** Adds those after {@code present}, the indexes being made at the end, which is faster. */
  static void grow(Store store, String database, long present, long customers) {
    try (Connection connection = store.connection(database);
        Statement statement = connection.createStatement()) {
      Map<String, String> indexes = new TreeMap<>();
      try (ResultSet row = statement.executeQuery(INDEXES)) {
        while (row.next()) {
          indexes.put(row.getString(1), row.getString(2));
        }
      }
      for (String index : indexes.keySet()) {
        statement.execute("drop index " + index);
      }
      new Filling(store, database, present + 1, customers).fill(present + 1);
      statement.execute("set maintenance_work_mem = '1GB'");
      for (String creation : indexes.values()) {
        Progress.begin("making an index");
        statement.execute(creation);
        Progress.end("done");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the table can't grow", e);
    }
    vacuum(store, database);
    store.checkpoint();
  }

  private void fill(long from) {
    long began = System.nanoTime();
    for (long next = from; next <= last; next += step) {
      insert(next, Math.min(next + step - 1, last));
      tell(from, Math.min(next + step - 1, last), System.nanoTime() - began);
    }
  }

  private void insert(long from, long to) {
    try (Connection connection = store.connection(database);
        PreparedStatement insert = connection.prepareStatement(Resources.text("fill.sql"))) {
      insert.setLong(1, from);
      insert.setLong(2, to);
      insert.setInt(3, Address.FIRST_SERIES);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("customers can't be added", e);
    }
  }

  private void tell(long from, long reached, long nanos) {
    double perSecond = (reached - from + 1) * 1e9 / nanos;
    Duration left = Duration.ofSeconds((long) ((last - reached) / perSecond));
    Progress.line(
        "filling: %d%% of %,d customers, %,.0f/s, %d s left"
            .formatted(
                100 * (reached - from + 1) / (last - from + 1),
                last - from + 1,
                perSecond,
                left.toSeconds()));
  }

  private static void vacuum(Store store, String database) {
    Progress.begin("vacuum");
    store.execute(database, "vacuum analyze");
    Progress.end("done");
  }
}
