package com.ecom.signup.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The launcher in a process of its own, with {@link FakeService} in place of the service. */
final class LauncherUnderTest {

  private static final Logger ROOT = Logger.getLogger("");

  private LauncherUnderTest() {}

  public static void main(String[] serviceArguments) {
    ROOT.setLevel(Level.SEVERE);
    Settings settings = Settings.from(System.getenv(), Path.of("").toAbsolutePath());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(FakeService.class.getName());
    command.addAll(List.of(serviceArguments));
    System.exit(new Launcher(settings, command).run());
  }
}
