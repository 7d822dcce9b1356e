package com.ecom.signup.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's data folder and the programs that work on it. */
final class Cluster {

  private static final String MAJOR = "18";

  private final Path folder;
  private final Path data;
  private final Path log;
  private final Path programs;
  private final Unprivileged unprivileged;
  private final Postmaster postmaster;

  Cluster(Path folder, Path programs, Unprivileged unprivileged) {
    this.folder = folder;
    this.programs = programs;
    this.unprivileged = unprivileged;
    data = folder.resolve("data");
    log = folder.resolve("server.log");
    postmaster = new Postmaster(data);
  }

  Postmaster postmaster() {
    return postmaster;
  }

  boolean exists() throws IOException {
    return Files.isDirectory(data) && !Folders.isEmpty(data);
  }

  /** Built aside and moved, so that a start that is killed leaves no half cluster. */
  void create(Path superuserPassword) throws IOException {
    Path unfinished = folder.resolve("data.unfinished");
    if (Files.exists(unfinished)) {
      Folders.delete(unfinished);
    }
    unprivileged.own(folder);
    List<String> command = command("initdb", "-D", unfinished.toString());
    command.addAll(List.of("-U", "postgres", "--pwfile=" + superuserPassword));
    command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--locale=C"));
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    // A thousand small files: syncing them takes seconds, and there is no data to lose yet.
    command.add("--no-sync");
    if (Commands.run(command, log) != 0) {
      throw refusal("can't become a PostgreSQL data folder");
    }
    Files.deleteIfExists(data);
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  void check() throws IOException {
    Path version = data.resolve("PG_VERSION");
    if (!Files.isRegularFile(version)) {
      throw refusal("is damaged (no PG_VERSION)");
    }
    String major = Files.readString(version).strip();
    if (!major.equals(MAJOR)) {
      throw refusal("was made by PostgreSQL " + major + " and this is " + MAJOR);
    }
  }

  /** Stops a server that an earlier run left behind, if there is one. */
  void takeOver() throws IOException {
    if (postmaster.isRunning()) {
      stop();
    }
    postmaster.forgetUnlessRunning();
  }

  void start(int port, DatabaseSettings settings) throws IOException {
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        # Written on each start.
        host all all 127.0.0.1/32 scram-sha-256
        """);
    Files.writeString(log, "");
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-------"));
    unprivileged.own(folder);
    List<String> command = command("pg_ctl", "start", "-w", "-s", "-t", "60");
    command.addAll(List.of("-D", data.toString(), "-l", log.toString()));
    command.addAll(List.of("-o", options(port, settings.server())));
    if (Commands.run(command, settings.environment()) != 0) {
      throw refusal("is refused by PostgreSQL");
    }
  }

  /** As a shell's words, which is how pg_ctl hands them on. */
  private static String options(int port, Map<String, String> settings) {
    List<String> words = new ArrayList<>(List.of("-p " + port));
    words.add("-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC");
    settings.forEach((name, value) -> words.add("-c " + quoted(name + "=" + value)));
    return String.join(" ", words);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  void stop() throws IOException {
    List<String> command = command("pg_ctl", "stop", "-w", "-s", "-t", "20", "-m", "fast");
    command.addAll(List.of("-D", data.toString()));
    if (Commands.run(command) != 0 && postmaster.isRunning()) {
      postmaster.kill();
    }
  }

  DatabaseRefusal refusal(String problem) {
    return new DatabaseRefusal(
        "The data folder %s %s; see %s, then move the folder away or set DATA_DIR to another"
            .formatted(folder, problem, log));
  }

  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(unprivileged.prefix());
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
