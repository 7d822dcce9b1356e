package com.ecom.signup.local.database;

import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A real PostgreSQL with the database {@code ecommerce} and its owner {@code ecom_user}, reachable
 * from this machine only.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  public static final String DATABASE = "ecommerce";
  public static final String USER = "ecom_user";

  private final DatabaseSettings settings;
  private final Cluster cluster;
  private final SuperuserPassword superuser;
  private final int port;

  private EmbeddedDatabase(DatabaseSettings settings, Cluster cluster, int port) {
    this.settings = settings;
    this.cluster = cluster;
    this.port = port;
    superuser = new SuperuserPassword(settings.folder());
  }

  /**
   * Starts PostgreSQL, with new data if the folder has none; a server that an earlier run left on
   * the folder is stopped first.
   *
   * @throws DatabaseRefusal when the folder can't be used, in one line that says what to do
   */
  public static EmbeddedDatabase start(DatabaseSettings settings) {
    try {
      Path folder = Files.createDirectories(settings.folder().toAbsolutePath());
      Path programs = Binaries.unpacked(Binaries.cache());
      Cluster cluster = new Cluster(folder, programs, Unprivileged.detect());
      EmbeddedDatabase database = new EmbeddedDatabase(settings, cluster, FreePort.find());
      database.open();
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL can't be started on " + settings.folder(), e);
    }
  }

  private void open() throws IOException {
    if (!settings.kept()) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }
    if (!cluster.exists()) {
      superuser.generate();
      cluster.create(superuser.file());
    }
    cluster.check();
    if (!superuser.exists()) {
      throw cluster.refusal("is damaged (no superuser-password)");
    }
    cluster.takeOver();
    cluster.start(port, settings);
    prepare();
  }

  private void prepare() throws IOException {
    try (Connection connection = superuserConnection()) {
      createUnlessPresent(
          connection, "select from pg_roles where rolname = ?", USER, "create role " + USER);
      setPassword(connection);
      createUnlessPresent(
          connection,
          "select from pg_database where datname = ?",
          DATABASE,
          "create database " + DATABASE + " owner " + USER);
    } catch (SQLException e) {
      cluster.stop();
      throw cluster.refusal("is damaged (SQL state " + e.getSQLState() + ")");
    }
  }

  private static void createUnlessPresent(
      Connection connection, String query, String name, String creation) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery();
          Statement create = connection.createStatement()) {
        if (!rows.next()) {
          create.execute(creation);
        }
      }
    }
  }

  private void setPassword(Connection connection) throws SQLException {
    try (PreparedStatement format =
        connection.prepareStatement(
            "select format('alter role ecom_user login nosuperuser password %L', ?)")) {
      format.setString(1, settings.password());
      try (ResultSet row = format.executeQuery();
          Statement alter = connection.createStatement()) {
        row.next();
        alter.execute(row.getString(1));
      }
    }
  }

  /** Stays the same through {@link #restart()}. */
  public int port() {
    return port;
  }

  public String password() {
    return settings.password();
  }

  /** Of the service's database, without user and password. */
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** To the service's database as its owner. */
  public Connection connection() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), USER, settings.password());
  }

  /** To the maintenance database {@code postgres} as one who may do anything. */
  public Connection superuserConnection() throws SQLException {
    return superuserConnection("postgres");
  }

  public Connection superuserConnection(String database) throws SQLException {
    try {
      return DriverManager.getConnection(jdbcUrl(database), "postgres", superuser.read());
    } catch (IOException e) {
      throw new UncheckedIOException("the superuser's password can't be read", e);
    }
  }

  /** Kills every process of the server at once; what was committed is kept. */
  public void kill() {
    attempt(() -> cluster.postmaster().kill());
  }

  /** Starts again on the same port and data, after {@link #kill()} or in place of a running one. */
  public void restart() {
    attempt(
        () -> {
          cluster.takeOver();
          cluster.start(port, settings);
        });
  }

  /** Freezes every process: connections stay open, nothing answers. */
  public void pause() {
    attempt(() -> cluster.postmaster().stop());
  }

  /** Ends {@link #pause()}. */
  public void resume() {
    attempt(() -> cluster.postmaster().goOn());
  }

  /** Stops the server, cutting connections, and deletes throw-away data; a second time is fine. */
  @Override
  public synchronized void close() {
    attempt(
        () -> {
          if (cluster.postmaster().isRunning()) {
            cluster.postmaster().goOn();
            cluster.stop();
          }
          if (!settings.kept() && Files.exists(settings.folder())) {
            Folders.delete(settings.folder());
          }
        });
  }

  private void attempt(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL on " + settings.folder() + " went wrong", e);
    }
  }

  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }
}
