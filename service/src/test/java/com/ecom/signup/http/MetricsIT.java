package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the management port tells those who watch. */
final class MetricsIT {
  private static final Pattern METRIC = Pattern.compile("`(\\w+)`");
  private static final Pattern IN_JSON = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern IN_YAML =
      Pattern.compile("expr: (?:>-\\n)?(.*?)\\n {8}(?:for|labels):", Pattern.DOTALL);

  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void countsRequestsBatchesAndEventsAndNamesNobody() {
    service.post("/customer-registration", Registrants.registration("counted@example.com"));
    service.post("/customer-registration", "{}");
    service.post("/verify-registration", "{\"email_id\":\"counted@example.com\"}");
    Poll.until(
        "the event is counted",
        Duration.ofSeconds(30),
        () -> !metrics().contains("signup_events_published_total{result=\"delivered\"} 0.0"));

    assertThat(metrics())
        .contains(
            "http_server_requests_seconds_count{method=\"POST\",status=\"200\","
                + "uri=\"/customer-registration\"} ",
            "http_server_requests_seconds_count{method=\"POST\",status=\"422\","
                + "uri=\"/customer-registration\"} ",
            "http_server_requests_seconds_bucket{method=\"POST\",status=\"200\","
                + "uri=\"/verify-registration\",le=\"0.2\"}",
            "signup_batch_calls_count{of=\"registrations\"} ",
            "signup_batch_calls_count{of=\"lookups\"} ",
            "signup_batch_duration_seconds_count{of=\"registrations\"} ",
            "signup_calls_waiting{of=\"registrations\"} 0.0",
            "signup_calls_turned_away_total{of=\"lookups\"} 0.0",
            "signup_database_connections_in_use",
            "jvm_memory_used_bytes")
        .doesNotContain("counted@", "Asha", "Patel");
  }

  @Test
  void tellsThePublicNothing() {
    assertThat(service.send(service.request("/metrics").build()).statusCode()).isEqualTo(404);
  }

  @Test
  void givesWhatTheDocumentListsAndNothingElse() throws IOException {
    everyKindOnce();
    Set<String> given =
        metrics()
            .lines()
            .filter(line -> line.startsWith("# TYPE "))
            .map(line -> line.split(" ", -1)[2])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        section("## Metrics")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> METRIC.matcher(line.split("\\|", 3)[1]).results())
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(given).isEqualTo(listed);
  }

  @Test
  void namesMetricsByTheConventionsOfPrometheus() {
    everyKindOnce();
    assertThat(
            metrics()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1)))
        .allSatisfy(
            words -> {
              assertThat(words[2])
                  .matches("[a-z][a-z0-9_]*")
                  .doesNotContain("_ms", "_ns", "millis");
              assertThat(words[2].endsWith("_total")).isEqualTo(words[3].equals("counter"));
            });
  }

  @Test
  void hasFewerSeriesThanAScrapeShouldCarry() {
    everyKindOnce();
    assertThat(metrics().lines().filter(line -> !line.startsWith("#")).count()).isLessThan(600);
    assertThat(metrics().lines().filter(line -> line.contains("nothing-like-that"))).isEmpty();
  }

  @Test
  void dashboardAsksForMetricsThatThereAre() throws IOException {
    assertAsksForWhatThereIs("../ops/grafana/signup.json", IN_JSON);
  }

  @Test
  void alertsAskForMetricsThatThereAre() throws IOException {
    assertAsksForWhatThereIs("../ops/prometheus/alerts.yml", IN_YAML);
  }

  private static void assertAsksForWhatThereIs(String file, Pattern expression) throws IOException {
    everyKindOnce();
    Set<String> there = new TreeSet<>(Set.of("up")); // of Prometheus itself
    metrics()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> there.add(line.split("[{ ]", 2)[0]));
    Set<String> asked = new TreeSet<>();
    expression
        .matcher(Files.readString(Path.of(file)))
        .results()
        .forEach(match -> asked.addAll(PromQl.metrics(match.group(1).replace("\\\"", "\""))));

    assertThat(asked).hasSizeGreaterThan(5);
    assertThat(there).containsAll(asked);
  }

  private static void everyKindOnce() {
    service.post("/customer-registration", Registrants.registration("kinds@example.com"));
    service.post("/verify-registration", Registrants.lookup("kinds@example.com"));
    service.send(service.request("/nothing-like-that").build());
  }

  private static String section(String heading) throws IOException {
    String text = Files.readString(Path.of("../docs/operations.md"));
    int start = text.indexOf("\n" + heading + "\n");
    return text.substring(start, text.indexOf("\n## ", start + 1));
  }

  private static String metrics() {
    return service.health("/metrics").body();
  }
}
