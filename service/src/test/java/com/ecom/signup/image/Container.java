package com.ecom.signup.image;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The image, run as ECS runs it in the smallest task: little CPU, no right, nothing to write to.
 */
final class Container implements AutoCloseable {
  private static final List<String> PODMAN =
      List.of(System.getProperty("image.podman", "").split(" ", -1));
  private static final String IMAGE = System.getProperty("image", "");
  private static final List<String> LIMITS =
      List.of(
          "--rm --network host --no-healthcheck --ulimit nofile=1024:1024 --ulimit nproc=4096:4096"
              .split(" ", -1));
  private static final List<String> CONFINED =
      List.of(
          "--cpus 0.25 --memory 512m --memory-swap 512m --read-only --read-only-tmpfs=false --cap-drop ALL --security-opt no-new-privileges"
              .split(" ", -1));
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String name;
  private final int port;
  private final int managementPort;
  private final Path log;
  private final long begin = System.nanoTime();
  private final Process process;

  private Container(String name, int port, int managementPort) throws IOException {
    this.name = name;
    this.port = port;
    this.managementPort = managementPort;
    log = Files.createTempFile("container", ".log");
    List<String> command = new ArrayList<>(PODMAN);
    command.addAll(List.of("start", "--attach", name));
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Starts it, told these environment variables, with these arguments, and does not wait. */
  static Container start(Map<String, String> variables, String... arguments) throws IOException {
    int port = FreePort.find();
    int managementPort = FreePort.find();
    String name = "signup-" + port;
    List<String> command = new ArrayList<>(List.of("create", "--name", name));
    command.addAll(LIMITS);
    command.addAll(CONFINED);
    variables.forEach((key, value) -> command.add("--env=" + key + "=" + value));
    command.addAll(List.of("--env=PORT=" + port, "--env=MANAGEMENT_PORT=" + managementPort, IMAGE));
    command.addAll(List.of(arguments));
    podman(command.toArray(String[]::new));
    return new Container(name, port, managementPort);
  }

  /** What is known of the image under a name of podman's, as {@code .Size}. */
  static String inspect(String what) {
    return podman("image", "inspect", IMAGE, "--format", "{{" + what + "}}").strip();
  }

  /** What a program says that is run in the image instead of the service. */
  static String runInstead(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(LIMITS);
    command.addAll(List.of("--entrypoint", program, IMAGE));
    command.addAll(List.of(arguments));
    return podman(command.toArray(String[]::new));
  }

  /** What a program says that is run beside the service. */
  String execute(String... program) {
    List<String> command = new ArrayList<>(List.of("exec", name));
    command.addAll(List.of(program));
    return podman(command.toArray(String[]::new));
  }

  /** SIGTERM, and SIGKILL after the time that ECS leaves. */
  void stop() {
    podman("stop", "--time", "30", name);
  }

  private static String podman(String... arguments) {
    List<String> command = new ArrayList<>(PODMAN);
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", arguments) + " failed:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the container still runs:\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Since it was started, when all its files were in place. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** The status of an answer, 0 where there is none. */
  int health(String path) {
    try {
      return send(request(managementPort, path).build()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  HttpResponse<String> post(String path, String json) throws IOException {
    return send(
        request(port, path)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      podman("rm", "--force", "--time", "0", name);
    }
    exitCode();
  }
}
