package com.ecom.signup.local;

import java.nio.file.Path;
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
    Artefact artefact = new Artefact(project.resolve("service/target/quarkus-app"));
    try {
      Settings settings = Settings.from(System.getenv(), project);
      if (!artefact.exists()) {
        throw new Refusal("The service is not built (" + artefact.folder() + "); ./run builds it");
      }
      return new Launcher(settings, artefact.command()).run();
    } catch (Refusal refusal) {
      refusal.problems().forEach(System.err::println);
      return 1;
    }
  }
}
