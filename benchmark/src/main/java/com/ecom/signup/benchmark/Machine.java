package com.ecom.signup.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and of what the figures are.
 *
 * @param memory of the machine, in MB
 * @param commit of the project, with a plus sign when files differ from it
 */
record Machine(
    String cpu,
    int cores,
    long memory,
    String kernel,
    String jdk,
    List<String> jvmOptions,
    Map<String, String> postgresql,
    String commit,
    String date) {

  static Machine describe(Project project, Map<String, String> postgresql) throws IOException {
    return new Machine(
        found("(?m)^model name\\s*: (.+)$", Files.readString(Path.of("/proc/cpuinfo"))),
        Runtime.getRuntime().availableProcessors(),
        megabytes(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
        Files.readAllLines(project.artefact().options()),
        postgresql,
        commit(project.root()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Of memory that it has. */
  static long megabytes() {
    try {
      String kibibytes = found("MemTotal: +(\\d+) kB", Files.readString(Path.of("/proc/meminfo")));
      return Long.parseLong(kibibytes) * 1024 / 1_000_000;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1).strip() : "0";
  }

  private static String commit(Path root) throws IOException {
    String commit = git(root, "rev-parse", "--short=12", "HEAD");
    return git(root, "status", "--porcelain", "-uno").isEmpty() ? commit : commit + "+";
  }

  private static String git(Path root, String... arguments) throws IOException {
    if (Programs.onPath("git").isEmpty()) {
      return "unknown";
    }
    ProcessBuilder builder = new ProcessBuilder("git", "-C", root.toString());
    builder.command().addAll(List.of(arguments));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }
}
