package com.ecom.signup.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.event.Event;
import com.ecom.signup.event.EventId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** The form that is sent says what the SDK would have made of its model. */
final class PublishFormTest {
  private static final String ANSWER =
      """
      <PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
        <PublishBatchResult><Failed/><Successful>
          <member><Id>0</Id><MessageId>a</MessageId></member>
        </Successful></PublishBatchResult>
        <ResponseMetadata><RequestId>b</RequestId></ResponseMetadata>
      </PublishBatchResponse>
      """;

  private final List<Request> requests = new ArrayList<>();
  private HttpServer topic;
  private SnsClient client;

  private record Request(
      String method, String target, String contentType, Map<String, String> form) {}

  @BeforeEach
  void open() throws IOException {
    topic = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    topic.createContext("/", this::take);
    topic.start();
    client =
        SnsClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(URI.create("http://localhost:" + topic.getAddress().getPort()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                ClientOverrideConfiguration.builder()
                    .addExecutionInterceptor(new ReadyForm())
                    .build())
            .build();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> form = new TreeMap<>();
    for (String pair : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    assertThat(exchange.getRequestHeaders().getFirst("Authorization")).startsWith("AWS4-HMAC");
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            form));
    byte[] answer = ANSWER.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/xml");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @AfterEach
  void close() {
    client.close();
    topic.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer-registered", "customer-registered.fifo"})
  void saysWhatTheSdkWouldSay(String name) {
    String arn = "arn:aws:sns:us-east-1:000000000000:" + name;
    List<Event> events =
        List.of(
            event("{\"first_name\": \"Zoë & Søn = 100% + *~-._\", \"city\": \"東京 🏙\"}", null),
            event("\t\r\n\u0000\u007f\u00e9 lone \ud800 half", "00-" + "a".repeat(32) + "-b-01"),
            event("x".repeat(20_000), null));

    client.publishBatch(
        request -> request.topicArn(arn).publishBatchRequestEntries(entries(events, arn)));
    var answer =
        client.publishBatch(
            request ->
                request.overrideConfiguration(
                    call ->
                        call.putExecutionAttribute(ReadyForm.BYTES, PublishForm.of(arn, events))));

    assertThat(requests).hasSize(2);
    assertThat(requests.getLast()).isEqualTo(requests.getFirst());
    assertThat(requests.getLast().form()).hasSizeGreaterThan(60);
    assertThat(answer.successful()).singleElement().returns("a", entry -> entry.messageId());
  }

  private static Event event(String body, @Nullable String traceparent) {
    EventId id = new EventId(UUID.randomUUID(), 1);
    return new Event(id, "com.ecom.customer.registered.v1", Instant.now(), body, traceparent, 1, 0);
  }

  private static List<PublishBatchRequestEntry> entries(List<Event> events, String arn) {
    List<PublishBatchRequestEntry> entries = new ArrayList<>();
    for (Event event : events) {
      PublishBatchRequestEntry.Builder entry =
          PublishBatchRequestEntry.builder()
              .id(String.valueOf(entries.size()))
              .message(event.body())
              .messageAttributes(attributes(event));
      if (arn.endsWith(".fifo")) {
        entry
            .messageGroupId(event.customerId().toString())
            .messageDeduplicationId(event.id().toString());
      }
      entries.add(entry.build());
    }
    return entries;
  }

  private static Map<String, MessageAttributeValue> attributes(Event event) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("ce-specversion", "1.0");
    texts.put("ce-id", event.id().toString());
    texts.put("ce-source", "/registration");
    texts.put("ce-type", event.type());
    texts.put("ce-time", event.occurredAt().toString());
    texts.put("ce-subject", event.customerId().toString());
    if (event.traceparent() != null) {
      texts.put("ce-traceparent", event.traceparent());
      texts.put("traceparent", event.traceparent());
    }
    Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
    texts.forEach(
        (name, text) ->
            attributes.put(
                name,
                MessageAttributeValue.builder().dataType("String").stringValue(text).build()));
    return attributes;
  }
}
