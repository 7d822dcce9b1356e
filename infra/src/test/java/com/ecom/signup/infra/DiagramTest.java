package com.ecom.signup.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The pictures in docs/deployment.md and the README are those of the templates. After a change:
 *
 * <pre>mvn -pl infra test -Dtest=DiagramTest -Ddiagrams.rewrite=true</pre>
 */
final class DiagramTest {
  private static final Path DOCUMENT = Templates.REPOSITORY.resolve("docs/deployment.md");

  private static final Path README = Templates.REPOSITORY.resolve("README.md");

  @Test
  void picturesShowTheTemplates() throws IOException {
    String document = Files.readString(DOCUMENT);
    String drawn = with(document, "pipeline", Diagrams.ofPipeline(Templates.PIPELINE));
    assertShows(DOCUMENT, with(drawn, "environment", Diagrams.ofEnvironment(Templates.PROD)));
    assertThat(Diagrams.ofEnvironment(Templates.DEV))
        .isEqualTo(Diagrams.ofEnvironment(Templates.PROD));
  }

  @Test
  void readmeShowsThemInShort() throws IOException {
    String overview = Diagrams.overview(Templates.PIPELINE, Templates.PROD);
    assertShows(README, with(Files.readString(README), "overview", overview));
  }

  private static void assertShows(Path file, String drawn) throws IOException {
    if (Boolean.getBoolean("diagrams.rewrite")) {
      Files.writeString(file, drawn);
    }
    assertThat(Files.readString(file)).isEqualTo(drawn);
  }

  private static String with(String document, String name, String drawing) {
    String begin = "<!-- drawn: " + name + " -->\n```mermaid\n";
    int from = document.indexOf(begin) + begin.length();
    assertThat(from).as("the place of " + name).isGreaterThanOrEqualTo(begin.length());
    return document.substring(0, from)
        + drawing
        + document.substring(document.indexOf("```", from));
  }
}
