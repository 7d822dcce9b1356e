package com.ecom.signup.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program behind {@code ./run}, to be started in the project's folder. */
public final class Main {

  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] arguments) {
    ROOT.setLevel(Level.SEVERE);
    Path project = Path.of("").toAbsolutePath();
    System.exit(start(project));
  }

  private static int start(Path project) {
    Path jar = project.resolve("service/target/quarkus-app/quarkus-run.jar");
    try {
      Settings settings = Settings.from(System.getenv(), project);
      if (!Files.exists(jar)) {
        throw new Refusal("The service is not built (" + jar + "); ./run builds it");
      }
      return new Launcher(settings, List.of(java(), "-jar", jar.toString())).run();
    } catch (Refusal refusal) {
      refusal.problems().forEach(System.err::println);
      return 1;
    }
  }

  /** The same Java that runs this. */
  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
