package com.ecom.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts, and the parts of the operations' handbook that they lead to. */
final class AlertsTest {
  private static final Path FOLDER = Path.of("..", "ops", "prometheus");
  private static final Pattern ALERT = Pattern.compile("- alert: \\w+\\n(?: {8}.*\\n| {10}.*\\n)+");
  private static final Pattern RUNBOOK =
      Pattern.compile("runbook_url: docs/operations\\.md#([\\w-]+)\\n");

  @Test
  void everyAlertSaysWhatItIsAndWhereToLook() throws IOException {
    Set<String> anchors = anchors();
    List<String> alerts = all(ALERT, Files.readString(FOLDER.resolve("alerts.yml")));

    assertThat(alerts).hasSizeGreaterThan(5);
    assertThat(alerts)
        .allSatisfy(
            alert -> {
              assertThat(alert).contains("summary: ", "description: ", "severity: ");
              assertThat(all(RUNBOOK, alert)).hasSize(1);
              assertThat(anchors).contains(alert.replaceFirst("(?s).*#", "").strip());
            });
  }

  /** As the usual renderers make them of headings. */
  private static Set<String> anchors() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("..", "docs", "operations.md"))) {
      return lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
          .map(line -> line.replaceAll("[^\\w-]", ""))
          .collect(Collectors.toSet());
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check rules alerts.yml", "test rules alerts_test.yml"})
  void promtoolAgrees(String command) throws IOException, InterruptedException {
    assumeTrue(isThere(), "promtool is not installed: apt-get install prometheus");
    Process promtool =
        new ProcessBuilder(("promtool " + command).split(" ", -1))
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(promtool.waitFor()).as(said).isZero();
  }

  private static boolean isThere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }
}
