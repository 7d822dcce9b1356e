package com.ecom.signup;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.local.Artefact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is deployed, as the JVM finds it. */
final class ArtefactIT {
  /** Its version, which the JVM prints and ends, once it has mapped the cache. */
  private static final List<String> ONLY_WITH_CACHE =
      List.of("-XX:AOTMode=on", "-Xlog:aot", "-version");

  @Test
  void hasCacheThatTheJvmAccepts() throws Exception {
    Artefact artefact = ServiceProcess.artefact();

    assertThat(artefact.isTrained()).isTrue();
    assertThat(run(artefact, "-XX:AOTCache=" + artefact.cache()))
        .contains("Using AOT-linked classes: true")
        .doesNotContain("mismatch");
  }

  @Test
  void bringsTheOptionsOfTheJvm() throws IOException {
    assertThat(Files.readString(ServiceProcess.artefact().options()))
        .contains("-Xmx", "-XX:+ExitOnOutOfMemoryError");
  }

  private static String run(Artefact artefact, String cache) throws Exception {
    List<String> command = artefact.command(List.of(cache));
    int jar = command.indexOf("-jar");
    command.set(jar, "-cp");
    command.addAll(ONLY_WITH_CACHE);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
