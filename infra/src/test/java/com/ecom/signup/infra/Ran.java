package com.ecom.signup.infra;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command that has ended, with what it said. */
record Ran(int status, String output) {
  static Ran of(Path folder, List<String> command) throws IOException, InterruptedException {
    return of(folder, command, Path.of("."), Map.of());
  }

  /** With a folder of stand-ins for programs, and further variables. */
  static Ran of(Path folder, List<String> command, Path standIns, Map<String, String> variables)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(variables);
    builder
        .environment()
        .merge("PATH", "", (path, none) -> standIns.toAbsolutePath() + File.pathSeparator + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
