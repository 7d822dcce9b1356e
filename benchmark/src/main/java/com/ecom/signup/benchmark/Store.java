package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.DatabaseSettings;
import com.ecom.signup.local.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * PostgreSQL as safe as in production, with databases of the same schema: the service's, and copies
 * of it, one for pgbench.
 */
final class Store implements AutoCloseable {

  static final String COPY = "pgbench";

  private static final Duration SETTLING = Duration.ofMillis(200);
  private static final int MOST_ATTEMPTS = 50;

  /** A quarter of the memory, as PostgreSQL's documentation advises (19.4.1) and RDS does. */
  static final long BUFFERS = Math.min(8192, Machine.megabytes() / 4);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "shared_buffers", BUFFERS + "MB",
          "max_wal_size", "8GB",
          "min_wal_size", "4GB",
          "checkpoint_timeout", "15min",
          "max_connections", "200");

  private final EmbeddedDatabase database;
  private final Path folder;

  private Store(EmbeddedDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  static Store start() {
    Path folder = WorkFolder.make("database").path();
    DatabaseSettings settings =
        new DatabaseSettings(folder, "benchmark", false, SETTINGS, Map.of());
    return new Store(EmbeddedDatabase.start(settings), folder);
  }

  int port() {
    return database.port();
  }

  String password() {
    return database.password();
  }

  /** CPU time of the whole server since its start, in microseconds. */
  long cpu() {
    try {
      String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
      return ProcessTimes.ofFamily(Long.parseLong(pid.strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL ended", e);
    }
  }

  /** To the service's database, or to a copy, as one who may do anything. */
  Connection connection(String name) throws SQLException {
    return database.superuserConnection(name);
  }

  void execute(String name, String statement) {
    try (Connection connection = connection(name);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /**
   * Writes all that is dirty, so that what follows goes to recycled segments of the log, as on a
   * server that has been up for a while: new ones are filled with zeros first, which stalls
   * commits.
   */
  void checkpoint() {
    execute("postgres", "checkpoint");
  }

  /** Drops a copy and makes it anew from the service's database, which nobody may be using. */
  void copy(String name) {
    execute("postgres", "drop database if exists " + name);
    execute(
        "postgres",
        "create database %s template %s owner %s"
            .formatted(name, EmbeddedDatabase.DATABASE, EmbeddedDatabase.USER));
    execute(name, "vacuum analyze");
  }

  Rows rows(String name) {
    return new Rows(
        number(name, "select count(*) from customer.cust_registration"),
        number(name, "select count(*) from customer.event"));
  }

  /** Once what callers left behind has been written, too. */
  Rows settledRows(String name) {
    Rows before = rows(name);
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      Pause.of(SETTLING);
      Rows now = rows(name);
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
    throw new WrongAnswer("rows are still being added, though nobody calls");
  }

  /** Events that the topic does not have yet. */
  long backlog() {
    return number(
        EmbeddedDatabase.DATABASE,
        "select count(*) from customer.event where delivered_at is null");
  }

  /** Bytes written to the log since the server was made. */
  long logged() {
    return number("postgres", "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
  }

  long number(String name, String query) {
    try (Connection connection = connection(name);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** What the server says of itself: its version, its settings, where its data is. */
  Map<String, String> description() {
    Map<String, String> settings = new TreeMap<>(SETTINGS);
    try (Connection connection = connection("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show server_version")) {
      row.next();
      settings.put("version", row.getString(1));
      settings.put("file system", Files.getFileStore(folder).type());
      return settings;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("PostgreSQL does not describe itself", e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
