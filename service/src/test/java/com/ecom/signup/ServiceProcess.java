package com.ecom.signup;

import com.ecom.signup.local.Artefact;
import com.ecom.signup.local.Training;
import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, started as it is in production. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration TIME_TO_START = Duration.ofSeconds(60);
  private static final Artefact ARTEFACT = trained();

  /** Keeps what every service said, for {@code LogsIT} to read when all tests are done. */
  static final Path LOGS = Path.of("target", "service-logs");

  private final Process process;
  private final Path log;
  private final String port;
  private final String managementPort;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private ServiceProcess(Process process, Path log, String port, String managementPort) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.managementPort = managementPort;
  }

  /** What is deployed, with the cache that it starts with. */
  public static Artefact artefact() {
    return ARTEFACT;
  }

  private static Artefact trained() {
    Artefact artefact = new Artefact(Path.of(System.getProperty("service.folder")));
    Training.once(artefact);
    return artefact;
  }

  /** Starts the service with these environment variables on free ports, and does not wait. */
  public static ServiceProcess launch(Map<String, String> variables) {
    return launch(variables, List.of());
  }

  /** The same with arguments; a task is given no ports, as it has none. */
  public static ServiceProcess launch(Map<String, String> variables, List<String> arguments) {
    try {
      List<String> command = new ArrayList<>(ARTEFACT.command());
      command.addAll(arguments);
      Map<String, String> all = new HashMap<>(variables);
      if (arguments.isEmpty()) {
        all.putIfAbsent("PORT", String.valueOf(FreePort.find()));
        all.putIfAbsent("MANAGEMENT_PORT", String.valueOf(FreePort.find()));
      }
      Path log = Files.createTempFile(Files.createDirectories(LOGS), "service-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().keySet().removeIf(key -> key.startsWith("AWS_"));
      builder.environment().putAll(all);
      return new ServiceProcess(
          builder.start(),
          log,
          all.getOrDefault("PORT", ""),
          all.getOrDefault("MANAGEMENT_PORT", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the service and waits until it is ready. */
  public static ServiceProcess start(Map<String, String> variables) {
    ServiceProcess service = launch(variables);
    service.awaitReadiness(true);
    return service;
  }

  /** Waits until readiness is as given. */
  public void awaitReadiness(boolean ready) {
    Poll.until(
        () ->
            "readiness is %s; the log says:\n%s\nand its threads do:\n%s"
                .formatted(ready, log(), threads()),
        TIME_TO_START,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("the service ended:\n" + log());
          }
          return isReady() == ready;
        });
  }

  private boolean isReady() {
    try {
      return health("/health/ready").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * A figure that it counts or measures, as it is now.
   *
   * @param sample its name with all of its labels, as {@code name{label="value"}}
   */
  public double metric(String sample) {
    return health("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no metric " + sample));
  }

  /** Asks the management port. */
  public HttpResponse<String> health(String path) {
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
            .timeout(Duration.ofSeconds(10))
            .build());
  }

  /** Posts JSON to the public port. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** Asks or tells the service something as an operator; without a body, asks. */
  public HttpResponse<String> operate(String path, String... json) {
    HttpRequest.Builder request =
        request(path)
            .header("authorization", "Bearer " + Stage.OPERATOR_TOKEN)
            .header("audit-reason", "a test");
    return send(
        json.length == 0
            ? request.build()
            : request.POST(HttpRequest.BodyPublishers.ofString(json[0])).build());
  }

  /** A request to the public port. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  /** Sends a request to the end. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpClient client() {
    return client;
  }

  public int port() {
    return Integer.parseInt(port);
  }

  /** All that the service printed so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each of its threads does just now. */
  private String threads() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process dump =
          new ProcessBuilder(jcmd, String.valueOf(process.pid()), "Thread.print", "-l")
              .redirectErrorStream(true)
              .start();
      return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Waits for the service to end by itself, and says with which code. */
  public int exitCode() {
    try {
      if (!process.waitFor(TIME_TO_START.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("the service still runs:\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM, as ECS sends it. */
  public void terminate() {
    process.destroy();
  }

  /** SIGSTOP: it stands still, while its port takes connections as long as there is room. */
  public void freeze() {
    signal("STOP");
  }

  /** SIGCONT. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("no signal " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Ends it, if it still runs, whatever it is doing. */
  public void end() {
    if (process.isAlive()) {
      kill();
    }
  }

  @Override
  public void close() {
    terminate();
    exitCode();
  }
}
