package com.ecom.signup.clients;

import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** All that {@code ./run} starts, on ports and with data of its own. */
final class LocalService implements AutoCloseable {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final int SECONDS_TO_START = 120;
  private static final int SECONDS_TO_STOP = 60;

  private final Process process;
  private final Path folder;
  private final String url;

  private LocalService(Process process, Path folder, String url) {
    this.process = process;
    this.folder = folder;
    this.url = url;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param folder that holds nothing, and keeps data and log
   */
  static LocalService start(Path folder) {
    String port = String.valueOf(FreePort.find());
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "com.ecom.signup.local.Main"))
            .directory(PROJECT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(folder).toFile());
    builder.environment().put("PORT", port);
    builder.environment().put("MANAGEMENT_PORT", String.valueOf(FreePort.find()));
    builder.environment().put("LOCAL_PORT", String.valueOf(FreePort.find()));
    builder.environment().put("DATA_DIR", data(folder).toString());
    try {
      LocalService service = new LocalService(builder.start(), folder, "http://localhost:" + port);
      service.awaitReady();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path log(Path folder) {
    return folder.resolve("log");
  }

  private static Path data(Path folder) {
    return folder.resolve("data");
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (!Files.readString(log(folder)).contains("Ctrl-C stops everything")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String log = Files.readString(log(folder));
        close();
        throw new AssertionError("The service does not start:\n" + log);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Where it is, without a slash at the end. */
  String url() {
    return url;
  }

  /** What operators prove themselves with. */
  String operatorToken() {
    try {
      return Files.readString(data(folder).resolve("operator-token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
      throw new AssertionError("The service does not stop", e);
    }
  }
}
