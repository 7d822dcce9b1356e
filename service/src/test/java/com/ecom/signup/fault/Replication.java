package com.ecom.signup.fault;

import com.ecom.signup.Poll;
import com.ecom.signup.local.database.EmbeddedDatabase;
import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A primary and a replica that has every commit before it is answered, as RDS has in two zones,
 * made with the programs of Debian's PostgreSQL: the embedded one cannot replicate.
 */
final class Replication implements AutoCloseable {
  private static final String NOBODY = "65534";
  private static final String SUPERUSER = "postgres";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Path programs =
      Tool.find("postgresql", Path.of("/usr/lib/postgresql"), "/bin/pg_basebackup");
  private final Path folder;
  private final int primaryPort = FreePort.find();
  private final int replicaPort = FreePort.find();

  Replication(String password) throws SQLException {
    try {
      folder = Files.createTempDirectory("replication");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("initdb", "-D", data("primary"), "-U", SUPERUSER, "-A", "trust", "--no-sync", "-E", "UTF8");
    start("primary", primaryPort, "");
    try (Connection connection = connect(primaryPort, SUPERUSER);
        Statement statement = connection.createStatement()) {
      statement.execute("create role ecom_user login password '" + password + "'");
      statement.execute("create database ecommerce owner ecom_user");
    }
    String primary =
        "host=127.0.0.1 port=" + primaryPort + " user=postgres application_name=replica";
    run("pg_basebackup", "-D", data("replica"), "-R", "-c", "fast", "-d", primary);
    start("replica", replicaPort, "");
    replicateBeforeAnswering();
  }

  private void replicateBeforeAnswering() throws SQLException {
    try (Connection connection = connect(primaryPort, SUPERUSER);
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set synchronous_standby_names = 'replica'");
      statement.execute("select pg_reload_conf()");
      Poll.until("the replica has every commit", SOON, () -> isSynchronous(statement));
    }
  }

  private static boolean isSynchronous(Statement statement) {
    try (ResultSet row =
        statement.executeQuery("select from pg_stat_replication where sync_state = 'sync'")) {
      return row.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int primaryPort() {
    return primaryPort;
  }

  int replicaPort() {
    return replicaPort;
  }

  /** Makes the replica the primary. */
  void promote() {
    run("pg_ctl", "promote", "-w", "-D", data("replica"));
  }

  /** To the new primary. */
  Connection connection() throws SQLException {
    return connect(replicaPort, EmbeddedDatabase.DATABASE);
  }

  private static Connection connect(int port, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), SUPERUSER, "");
  }

  private String data(String name) {
    return folder.resolve(name).toString();
  }

  private void start(String name, int port, String more) {
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off %s"
            .formatted(port, more);
    run("pg_ctl", "start", "-w", "-D", data(name), "-l", data(name + ".log"), "-o", options);
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    command.add(programs.resolveSibling(program).toString());
    command.addAll(List.of(arguments));
    Tool.start(command, folder.resolve("log"));
  }

  @Override
  public void close() {
    for (String name : List.of("replica", "primary")) {
      run("pg_ctl", "stop", "-m", "immediate", "-D", data(name));
    }
    Tool.run(List.of("rm", "-rf", folder.toString()));
  }
}
