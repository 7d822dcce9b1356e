package com.ecom.signup.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to run PostgreSQL.
 *
 * @param folder what the database owns whole; nobody else may start one in it at the same time
 * @param password of the role {@code ecom_user}, set on each start
 * @param kept whether the data outlives {@link EmbeddedDatabase#close()}
 * @param server further server settings, such as {@code max_connections}
 * @param environment further environment variables of the server
 */
public record DatabaseSettings(
    Path folder,
    String password,
    boolean kept,
    Map<String, String> server,
    Map<String, String> environment) {

  public DatabaseSettings {
    server = Map.copyOf(server);
    environment = Map.copyOf(environment);
  }

  /** Data that stays, written as safely as in production. */
  public static DatabaseSettings kept(Path folder, String password) {
    return new DatabaseSettings(
        folder,
        password,
        true,
        Map.of("shared_buffers", "64MB", "max_wal_size", "256MB"),
        Map.of());
  }

  /**
   * Data for one test run: without fsync, which a crash of PostgreSQL survives and one of the
   * machine does not.
   */
  public static DatabaseSettings throwAway() {
    try {
      return throwAway(Files.createTempDirectory("signup-database"));
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder", e);
    }
  }

  /** The same in a folder of its own. */
  public static DatabaseSettings throwAway(Path folder) {
    return new DatabaseSettings(
        folder,
        "throw-away",
        false,
        Map.of("fsync", "off", "full_page_writes", "off", "shared_buffers", "64MB"),
        Map.of());
  }

  /** The same with these environment variables. */
  public DatabaseSettings in(Map<String, String> variables) {
    return new DatabaseSettings(folder, password, kept, server, variables);
  }

  /** The same with this server setting. */
  public DatabaseSettings with(String setting, String value) {
    Map<String, String> all = new LinkedHashMap<>(server);
    all.put(setting, value);
    return new DatabaseSettings(folder, password, kept, all, environment);
  }

  @Override
  public String toString() {
    return "DatabaseSettings[folder=%s, kept=%s, server=%s]".formatted(folder, kept, server);
  }
}
