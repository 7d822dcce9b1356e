package com.ecom.signup.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class EmbeddedDatabaseTest {

  private final Path folder;

  EmbeddedDatabaseTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void keepsDataBetweenStartsAndTakesTheNewPassword() throws Exception {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(kept("it's \"old\""))) {
      execute(first, "create table kept as select 42 as answer");
      assertThat(query(first, "show server_version")).startsWith("18.");
      assertThat(query(first, "show fsync")).isEqualTo("on");
      assertThat(query(first, "show synchronous_commit")).isEqualTo("on");
    }
    assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    assertThat(Files.getPosixFilePermissions(folder.resolve("superuser-password"))).hasSize(2);

    try (EmbeddedDatabase second = EmbeddedDatabase.start(kept("new"))) {
      assertThat(query(second, "select answer from kept")).isEqualTo("42");
      assertThatThrownBy(
              () -> DriverManager.getConnection(second.jdbcUrl(), "ecom_user", "it's \"old\""))
          .isInstanceOfSatisfying(
              SQLException.class, it -> assertThat(it.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void ownerIsNoSuperuser() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.throwAway())) {
      assertThat(query(database, "select current_user || current_database()"))
          .isEqualTo("ecom_userecommerce");
      assertThat(query(database, "show is_superuser")).isEqualTo("off");
      execute(database, "create schema customer");
      try (Connection connection = database.superuserConnection()) {
        assertThat(query(connection, "show is_superuser")).isEqualTo("on");
      }
    }
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    InetAddress other =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
            .findAny()
            .orElseGet(() -> new InetSocketAddress("127.0.0.2", 0).getAddress());
    try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.throwAway());
        Socket socket = new Socket()) {
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, database.port()), 2000))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void throwAwayDataIsDeletedAndSettingsApply() throws Exception {
    DatabaseSettings settings =
        DatabaseSettings.throwAway().with("max_connections", "17").with("work_mem", "5 MB");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      assertThat(query(database, "show max_connections")).isEqualTo("17");
      assertThat(query(database, "show work_mem")).isEqualTo("5MB");
      assertThat(query(database, "show fsync")).isEqualTo("off");
    }
    assertThat(settings.folder()).doesNotExist();
  }

  @Test
  void survivesKillPauseAndRestart() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.throwAway())) {
      execute(database, "create table kept as select 42 as answer");
      int port = database.port();

      database.kill();
      assertThatThrownBy(database::connection).isInstanceOf(SQLException.class);
      database.restart();
      assertThat(query(database, "select answer from kept")).isEqualTo("42");
      assertThat(database.port()).isEqualTo(port);

      try (Connection open = database.connection()) {
        open.setNetworkTimeout(Runnable::run, 200);
        database.pause();
        assertThatThrownBy(() -> query(open, "select 1")).isInstanceOf(SQLException.class);
        database.resume();
        assertThat(query(database, "select answer from kept")).isEqualTo("42");
      }

      try (Connection open = database.connection()) {
        database.restart();
        assertThatThrownBy(() -> query(open, "select 1")).isInstanceOf(SQLException.class);
      }
      assertThat(query(database, "select answer from kept")).isEqualTo("42");
      database.pause();
    }
  }

  @Test
  void takesOverServerThatWasLeftBehind() throws Exception {
    EmbeddedDatabase left = EmbeddedDatabase.start(kept("secret"));
    execute(left, "create table kept as select 42 as answer");

    try (EmbeddedDatabase next = EmbeddedDatabase.start(kept("secret"))) {
      assertThat(query(next, "select answer from kept")).isEqualTo("42");
      assertThatThrownBy(left::connection).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void ignoresNumberOfDeadServerThatAnotherProgramHasNow() throws Exception {
    EmbeddedDatabase.start(kept("secret")).close();
    Files.writeString(
        folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder);

    EmbeddedDatabase.start(kept("secret")).close();
  }

  @Test
  void refusesDamagedFolderInOneLine() throws Exception {
    EmbeddedDatabase.start(kept("secret")).close();
    Path version = folder.resolve("data/PG_VERSION");
    Path control = folder.resolve("data/global/pg_control");

    Files.writeString(version, "13\n");
    assertRefusal("was made by PostgreSQL 13");
    Files.delete(version);
    assertRefusal("no PG_VERSION");
    Files.writeString(version, "18\n");
    Files.write(control, new byte[8192]);
    assertRefusal("is refused by PostgreSQL");
  }

  private void assertRefusal(String problem) {
    assertThatThrownBy(() -> EmbeddedDatabase.start(kept("secret")))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContainingAll(problem, folder.toString(), "server.log", "DATA_DIR")
        .hasMessageNotContaining("\n");
  }

  @Test
  void startsAgainAfterCreationWasInterrupted() throws Exception {
    Files.createDirectories(folder.resolve("data.unfinished/base"));

    try (EmbeddedDatabase database = EmbeddedDatabase.start(kept("secret"))) {
      assertThat(query(database, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void masksThePassword() {
    assertThat(new DatabaseSettings(folder, "secret", true, Map.of(), Map.of()).toString())
        .doesNotContain("secret");
  }

  private DatabaseSettings kept(String password) {
    return DatabaseSettings.kept(folder, password);
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connection()) {
      return query(connection, sql);
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
