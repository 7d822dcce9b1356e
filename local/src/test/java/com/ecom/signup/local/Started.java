package com.ecom.signup.local;

import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A launcher's process, as a developer's shell sees it. */
final class Started implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(40);

  private final Process process;
  private final Path output;
  private final List<Integer> ports;
  private final HttpClient http = HttpClient.newHttpClient();

  private Started(Process process, Path output, List<Integer> ports) {
    this.process = process;
    this.output = output;
    this.ports = ports;
  }

  static Started launch(Path data, List<Integer> ports, String... serviceArguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(LauncherUnderTest.class.getName());
    command.addAll(List.of(serviceArguments));
    Path output = Files.createTempFile("launcher", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("DATA_DIR", data.toString());
    builder.environment().put("PORT", ports.get(0).toString());
    builder.environment().put("MANAGEMENT_PORT", ports.get(1).toString());
    builder.environment().put("LOCAL_PORT", ports.get(2).toString());
    builder.environment().put("AWS_PROFILE", "the-developers-own");
    return new Started(builder.start(), output, ports);
  }

  static List<Integer> freePorts() {
    Set<Integer> ports = new HashSet<>();
    while (ports.size() < 3) {
      ports.add(FreePort.find());
    }
    return List.copyOf(ports);
  }

  Started ready() throws Exception {
    await(() -> output().contains("Ctrl-C stops everything") || !process.isAlive());
    return this;
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  String get(int port, String path) throws Exception {
    URI address = URI.create("http://localhost:" + ports.get(port) + path);
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** PostgreSQL and the service included. */
  List<ProcessHandle> processes(Path data) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .collect(() -> new ArrayList<>(servers(data)), ArrayList::add, ArrayList::addAll);
  }

  static List<ProcessHandle> servers(Path data) {
    return ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().orElse("").contains(data.toString()))
        .toList();
  }

  void terminate() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  int exitCode() {
    process.onExit().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
    return process.exitValue();
  }

  static void await(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + DEADLINE);
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    http.shutdownNow();
    process.destroy();
    exitCode();
    Files.delete(output);
  }
}
