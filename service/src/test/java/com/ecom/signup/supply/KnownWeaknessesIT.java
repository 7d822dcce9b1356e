package com.ecom.signup.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Asks OSV about all that is deployed; only where {@code ops/dependency-check} wants it. */
@EnabledIfSystemProperty(
    named = "advisories",
    matches = "ask",
    disabledReason = "asks a service in the internet: ops/dependency-check")
final class KnownWeaknessesIT {
  private static final URI OSV = URI.create("https://api.osv.dev/v1/querybatch");
  private static final Path ACCEPTED = Path.of("..", "ops", "accepted-advisories.txt");

  @Test
  void nothingThatIsDeployedHasAKnownWeaknessThatIsNotAccepted() throws Exception {
    List<Component> components = Component.deployed();
    Set<String> accepted =
        Advisories.accepted(Files.readAllLines(ACCEPTED), LocalDate.now(ZoneOffset.UTC));

    assertThat(Advisories.findings(components, ask(Advisories.question(components))))
        .filteredOn(finding -> !accepted.contains(finding.id()))
        .as("not in ops/accepted-advisories.txt, or no longer accepted")
        .isEmpty();
  }

  private static String ask(String question) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(OSV)
                  .timeout(Duration.ofMinutes(1))
                  .header("content-type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(question))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }
}
