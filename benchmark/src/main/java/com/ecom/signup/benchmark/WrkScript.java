package com.ecom.signup.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** wrk, with one thread and a script that says what it asks. */
final class WrkScript {

  private final Generator generator;
  private final Path script;

  /**
   * @param name of the script among the resources; what all have in common is put before it
   * @param folder where wrk finds it
   */
  WrkScript(String name, Generator generator, Path folder) {
    this.generator = generator;
    try {
      script =
          Files.writeString(
              folder.resolve(name), Resources.text("wrk.lua") + "\n" + Resources.text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be written", e);
    }
  }

  /**
   * @param cpu of wrk, in microseconds
   */
  record Outcome(WrkFigures figures, long cpu) {}

  /**
   * @param arguments of the script
   */
  Outcome run(int port, int connections, int seconds, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("wrk", "-t", "1"));
    command.addAll(List.of("-c", String.valueOf(connections)));
    command.addAll(List.of("-d", seconds + "s", "--timeout", "10s"));
    command.addAll(List.of("-s", script.toString(), "http://127.0.0.1:" + port, "--"));
    command.addAll(arguments);
    Generator.Outcome outcome = generator.run(command, Map.of(), seconds);
    return new Outcome(WrkFigures.parse(outcome.output()), outcome.cpu());
  }
}
