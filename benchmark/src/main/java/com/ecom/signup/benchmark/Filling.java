package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Puts customers, whose events were delivered, into the service's database. */
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
  private final long step;
  private final long last;

  private Filling(Store store, long from, long last) {
    this.store = store;
    this.last = last;
    step = Math.max(LEAST_STEP, (last - from) / STEPS);
  }

  /** Empties both tables first. */
  static void anew(Store store, long customers) {
    store.execute(EmbeddedDatabase.DATABASE, "truncate customer.cust_registration, customer.event");
    new Filling(store, 1, customers).fill(1);
  }

  /** Adds those after {@code present}, the indexes being made at the end, which is faster. */
  static void grow(Store store, long present, long customers) {
    try (Connection connection = store.connection(EmbeddedDatabase.DATABASE);
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
      new Filling(store, present + 1, customers).fill(present + 1);
      statement.execute("set maintenance_work_mem = '1GB'");
      for (String creation : indexes.values()) {
        Progress.begin("making an index");
        statement.execute(creation);
        Progress.end("done");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the table can't grow", e);
    }
    settle(store);
  }

  private void fill(long from) {
    long began = System.nanoTime();
    for (long next = from; next <= last; next += step) {
      insert(next, Math.min(next + step - 1, last));
      tell(from, Math.min(next + step - 1, last), System.nanoTime() - began);
    }
    settle(store);
  }

  private void insert(long from, long to) {
    try (Connection connection = store.connection(EmbeddedDatabase.DATABASE);
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

  private static void settle(Store store) {
    Progress.begin("vacuum and checkpoint");
    store.execute(EmbeddedDatabase.DATABASE, "vacuum analyze");
    store.checkpoint();
    Progress.end("done");
  }
}
