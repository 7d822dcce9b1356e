package com.ecom.signup.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system that some scenarios need. */
final class Tool {
  private Tool() {}

  /**
   * A file that a package of the system has. Where it is missing, the short form goes without the
   * scenario, and says so; the full form fails.
   */
  static Path find(String debianPackage, Path folder, String pattern) {
    Optional<Path> found = search(folder, pattern);
    String missing = "this scenario needs %s (apt-get install %1$s)".formatted(debianPackage);
    require(found.isPresent(), missing);
    return found.orElseThrow();
  }

  static void requireRoot() {
    require("root".equals(System.getProperty("user.name")), "this scenario needs root");
  }

  private static void require(boolean holds, String otherwise) {
    if (Form.CURRENT == Form.SHORT) {
      assumeTrue(holds, otherwise);
    }
    assertThat(holds).as(otherwise).isTrue();
  }

  private static Optional<Path> search(Path folder, String pattern) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder, 4)) {
      return files.filter(file -> file.toString().matches(".*" + pattern)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a program to its end. */
  static void run(List<String> command) {
    try {
      start(command, Files.createTempFile("tool", ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for one that leaves others behind, which go on writing. */
  static void start(List<String> command, Path log) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      int code = process.waitFor();
      assertThat(code).as(() -> command + ": " + text(log)).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
