package com.ecom.signup.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program that makes load, to its end, and tells its CPU time. */
final class Generator {

  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Children children;
  private final Path folder;

  Generator(Children children, Path folder) {
    this.children = children;
    this.folder = folder;
  }

  /**
   * @param output all that it printed
   * @param cpu microseconds
   */
  record Outcome(String output, long cpu) {}

  Outcome run(List<String> command, Map<String, String> variables, int seconds) {
    List<String> all = new ArrayList<>(List.of("bash", "-c", "\"$@\"; code=$?; times; exit $code"));
    all.add("generator");
    all.addAll(command);
    Path output = folder.resolve("generator.out");
    ProcessBuilder builder =
        Children.builder(all).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    int code = await(children.start(builder), command.getFirst(), seconds);
    String printed = read(output);
    if (code != 0) {
      throw new WrongAnswer("%s failed:\n%s".formatted(command.getFirst(), printed));
    }
    return new Outcome(printed, ShellTimes.ofChildren(printed));
  }

  private static int await(Process process, String name, int seconds) {
    try {
      if (!process.waitFor(GRACE.plusSeconds(seconds))) {
        throw new WrongAnswer("%s still runs after %d s".formatted(name, seconds));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Stopped.");
    } finally {
      Children.stop(process);
    }
  }

  private static String read(Path output) {
    try {
      return Files.readString(output, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("what the generator printed can't be read", e);
    }
  }
}
