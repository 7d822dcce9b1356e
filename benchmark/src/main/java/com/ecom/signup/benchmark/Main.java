package com.ecom.signup.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The program behind {@code benchmark/run}, to be started in the project's folder. */
public final class Main {

  private static final int STOPPED = 130;

  private Main() {}

  public static void main(String... arguments) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path folder = Path.of(System.getProperty("benchmark.folder", "")).toAbsolutePath();
    System.exit(run(List.of(arguments), folder, new Project(root)));
  }

  private static int run(List<String> arguments, Path folder, Project project) throws IOException {
    try {
      return run(Arguments.parse(arguments, folder, project.root()), project);
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      return 1;
    }
  }

  /**
   * Measures and prints the table.
   *
   * @return what the process ends with: 0, or 1 when an answer was wrong
   */
  static int run(Plan plan, Project project) throws IOException {
    Cleanup cleanup = Cleanup.registered();
    try {
      System.out.print(new Benchmarking(project, plan, cleanup).run());
      return 0;
    } catch (RuntimeException e) {
      // After Ctrl-C everything fails; that is not worth a word.
      if (cleanup.isClosed()) {
        return STOPPED;
      }
      if (e instanceof WrongAnswer) {
        Progress.line("");
        Progress.line("FAILED. %s".formatted(e.getMessage()));
        return 1;
      }
      throw e;
    } finally {
      cleanup.close();
    }
  }
}
