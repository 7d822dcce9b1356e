package com.ecom.signup.benchmark;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of the machine. */
final class Programs {

  private Programs() {}

  static Optional<Path> onPath(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Refuses to begin without what makes the load. */
  static void check() {
    if (!Files.exists(Path.of("/proc/self/stat"))) {
      throw new Refusal("CPU time is read from /proc: run this on Linux.");
    }
    if (onPath("wrk").isEmpty()) {
      throw new Refusal(
          "wrk is needed: install it (apt-get install wrk, or: brew install wrk), then run this"
              + " again.");
    }
    Pgbench.program();
  }
}
