package com.ecom.signup.benchmark;

import com.ecom.signup.local.Artefact;
import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The packaged service as a process, as in production. */
final class Service implements AutoCloseable {

  private static final Duration TIME_TO_START = Duration.ofMinutes(2);
  private static final String HEALTH = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final Process process;
  private final Path log;
  private final int port;
  private final int managementPort;
  private final String database;

  private Service(Process process, Path log, int port, int managementPort, String database) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.managementPort = managementPort;
    this.database = database;
  }

  /** Starts it and does not wait. */
  static Service launch(
      Project project,
      Children children,
      Launch launch,
      Map<String, String> variables,
      Path folder) {
    int port = FreePort.find();
    int managementPort = FreePort.find();
    Path log = folder.resolve("service-%d.log".formatted(port));
    Path options = folder.resolve("service-%d.options".formatted(port));
    List<String> java = java(project, launch, options);
    ProcessBuilder builder =
        Children.builder(launch.group().map(group -> group.command(java)).orElse(java))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.putAll(variables);
    environment.put("PORT", String.valueOf(port));
    environment.put("MANAGEMENT_PORT", String.valueOf(managementPort));
    environment.put("DB_NAME", launch.database());
    environment.put("SIGNUP_DELIVERY_PAUSED", String.valueOf(!launch.delivery()));
    return new Service(children.start(builder), log, port, managementPort, launch.database());
  }

  /**
   * The options are in a file: a command line that shows the jar invites a {@code pkill -f} that is
   * meant for another service on this machine.
   */
  private static List<String> java(Project project, Launch launch, Path file) {
    Artefact artefact = project.artefact();
    List<String> command = launch.cache() ? artefact.command() : artefact.command(List.of());
    List<String> options = command.subList(1, command.size());
    try {
      Files.write(file, options.stream().skip(1).map(Service::quoted).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written", e);
    }
    return List.of(command.getFirst(), options.getFirst(), "@" + file);
  }

  private static String quoted(String option) {
    return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  Service awaitReady() {
    await(managementPort, HEALTH, Duration.ofMillis(40));
    return this;
  }

  /** Sends a request again and again, until it is answered with 200. */
  void await(int to, String request, Duration between) {
    long deadline = System.nanoTime() + TIME_TO_START.toNanos();
    while (!answers(to, request)) {
      requireAlive();
      if (System.nanoTime() > deadline) {
        throw new WrongAnswer("The service does not answer:\n" + log());
      }
      Pause.of(between);
    }
  }

  private static boolean answers(int port, String request) {
    try {
      return Exchange.with(port, request).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void requireAlive() {
    if (!process.isAlive()) {
      throw new WrongAnswer(
          "The service ended by itself, with code %d:\n%s".formatted(process.exitValue(), log()));
    }
  }

  int port() {
    return port;
  }

  /** The name of the database that it uses. */
  String database() {
    return database;
  }

  /** CPU time since its start, in microseconds. */
  long cpu() {
    return ProcessTimes.of(process.pid()).own();
  }

  Memory memory() {
    return Memory.of(process.pid());
  }

  /** All that it printed so far. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(log + " can't be read", e);
    }
  }

  @Override
  public void close() {
    Children.stop(process);
  }
}
