package com.ecom.signup.local.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs PostgreSQL's programs. */
final class Commands {

  private Commands() {}

  static int run(List<String> command) throws IOException {
    return run(command, Map.of());
  }

  /** The same with environment variables, which a server that it starts gets too. */
  static int run(List<String> command, Map<String, String> environment) throws IOException {
    return run(command, environment, ProcessBuilder.Redirect.DISCARD);
  }

  static int run(List<String> command, Path log) throws IOException {
    return run(command, Map.of(), ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private static int run(
      List<String> command, Map<String, String> environment, ProcessBuilder.Redirect output)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // A developer's own PGDATA or PGOPTIONS would reach the server, their language the log.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output);
    Process process = builder.start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new InterruptedIOException(command.getFirst());
    }
  }
}
