package com.ecom.signup.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A registration followed from the head of its request to the message that announces it. */
final class TracesIT {
  /** Lines whose digits come by chance. */
  private static final String TIME_OR_ID = "(?m)^.*(?:trace_id|span_id|time_unix_nano): .*$";

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";
  private static final String EVENT = "com.ecom.customer.registered.v1";

  private static final Path LOADED = Path.of("target", "classes-loaded-untraced.log");

  private static Stage stage;
  private static Stage untracedStage;
  private static Collector collector;
  private static ServiceProcess traced;
  private static ServiceProcess untraced;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    collector = Collector.start();
    traced =
        stage.startService(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.endpoint(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "200"));
    untracedStage = Stage.open();
    untraced =
        untracedStage.startService(
            Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + LOADED.toAbsolutePath()));
  }

  @AfterAll
  static void close() {
    stage.close();
    untracedStage.close();
    collector.close();
  }

  @Test
  void followsARegistrationFromItsRequestToItsMessage() {
    register(traced, "followed@example.com", "01");
    Poll.until(
        "the message is sent",
        Duration.ofSeconds(30),
        () -> collector.find("send " + EVENT).isPresent());
    Poll.until(
        "the batch is told",
        Duration.ofSeconds(30),
        () -> collector.find("registrations").isPresent());

    Span request = collector.find("POST /customer-registration").orElseThrow();
    Span batch = collector.find("registrations").orElseThrow();
    Span message = collector.find("send " + EVENT).orElseThrow();
    assertThat(hex(request.getTraceId())).isEqualTo(TRACE);
    assertThat(hex(request.getParentSpanId())).isEqualTo(CALLER);
    assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(batch.getLinksList())
        .extracting(link -> hex(link.getSpanId()))
        .containsExactly(hex(request.getSpanId()));
    assertThat(collector.spans())
        .filteredOn(span -> span.getParentSpanId().equals(batch.getSpanId()))
        .extracting(Span::getName)
        .contains("postgresql");
    assertThat(message.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(traceparents(stage, "followed@example.com"))
        .containsExactly("00-" + TRACE + "-" + hex(message.getSpanId()) + "-01");
    assertThat(collector.spans().toString().replaceAll(TIME_OR_ID, ""))
        .contains("registrations")
        .doesNotContain("followed@", "Asha", "416");
  }

  @Test
  void passesASampledTraceOnWhereNothingIsRecorded() {
    register(untraced, "passed@example.com", "01");

    assertThat(traceparents(untracedStage, "passed@example.com"))
        .containsExactly("00-" + TRACE + "-" + CALLER + "-01");
  }

  @Test
  void passesNoTraceOnThatNobodyKeeps() {
    register(untraced, "unkept@example.com", "00");

    assertThat(traceparents(untracedStage, "unkept@example.com")).isEmpty();
  }

  @Test
  void loadsNothingOfTheSdkWhereItIsOff() throws IOException {
    register(untraced, "light@example.com", "01");

    assertThat(Files.readString(LOADED))
        .contains("com.ecom.signup.trace.Traces")
        .doesNotContain("io.opentelemetry");
  }

  private static void register(ServiceProcess service, String address, String flags) {
    HttpRequest request =
        service
            .request("/customer-registration")
            .header("content-type", "application/json")
            .header("traceparent", "00-" + TRACE + "-" + CALLER + "-" + flags)
            .POST(HttpRequest.BodyPublishers.ofString(Registrants.registration(address)))
            .build();
    assertThat(service.send(request).statusCode()).isEqualTo(200);
  }

  /** What the message about this customer says of its trace. */
  private static List<String> traceparents(Stage stage, String address) {
    Poll.until(
        "the message about " + address,
        Duration.ofSeconds(30),
        () ->
            stage.aws().publications().stream()
                .anyMatch(publication -> publication.message().contains(address)));
    return stage.aws().publications().stream()
        .filter(publication -> publication.message().contains(address))
        .flatMap(publication -> publication.attributes().entrySet().stream())
        .filter(attribute -> attribute.getKey().equals("traceparent"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
