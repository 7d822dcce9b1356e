package com.ecom.signup.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.aws.Recorder.Request;
import com.ecom.signup.event.Delivery;
import com.ecom.signup.event.Event;
import com.ecom.signup.event.EventId;
import com.ecom.signup.mail.Letter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** What is asked and understood is what the SDK's own clients ask and understand. */
final class AsTheSdkTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PUBLISHED =
      """
      <PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
        <PublishBatchResult>
          <Failed>
            <member><Id>1</Id><Code>InternalError</Code><Message>no &amp; no</Message>
              <SenderFault>false</SenderFault></member>
            <member><Id>2</Id><Code>InvalidParameter</Code><SenderFault>true</SenderFault></member>
          </Failed>
          <Successful>
            <member><Id>0</Id><MessageId>a</MessageId><SequenceNumber>7</SequenceNumber></member>
          </Successful>
        </PublishBatchResult>
        <ResponseMetadata><RequestId>b</RequestId></ResponseMetadata>
      </PublishBatchResponse>
      """;

  @AutoClose private final Recorder recorder = Recorder.open();

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .region(Region.EU_WEST_3)
        .endpointOverride(recorder.endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private AwsService service(Protocol protocol, String signingName) {
    return new AwsService(
        protocol,
        signingName,
        "eu-west-3",
        recorder.endpoint(),
        Duration.ofSeconds(12),
        Clock.systemUTC());
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer-registered", "customer-registered.fifo"})
  void publishes(String name) {
    String arn = "arn:aws:sns:us-east-1:000000000000:" + name;
    List<Event> events =
        List.of(
            event("{\"first_name\": \"Zoë & Søn = 100% + *~-._\", \"city\": \"東京 🏙\"}", null),
            event("\t\r\n\u0000\u007f\u00e9 lone \ud800 half", "00-" + "a".repeat(32) + "-b-01"),
            event("x".repeat(20_000), null),
            event("passed over", null));
    recorder.answer(200, PUBLISHED);
    recorder.answer(200, PUBLISHED);

    client(SnsClient.builder())
        .publishBatch(
            request -> request.topicArn(arn).publishBatchRequestEntries(entries(events, arn)));
    byte[] answer = service(Protocol.QUERY, "sns").post(PublishBatch.of(arn, events));

    assertThat(form(ours().body())).isEqualTo(form(theirs().body())).hasSizeGreaterThan(80);
    assertThatAllElseIsEqual();
    assertThat(PublishBatch.answered(answer, events))
        .containsExactly(
            new Delivery.Delivered(events.get(0), "a"),
            new Delivery.Failed(events.get(1), "InternalError"),
            new Delivery.Refused(events.get(2), "InvalidParameter"),
            new Delivery.Failed(events.get(3), "NoAnswer"));
  }

  @Test
  void asksForSecrets() throws IOException {
    String secret = "arn:aws:secretsmanager:eu-west-3:000000000000:secret:é\"b-AbCdEf";
    for (int i = 0; i < 2; i++) {
      recorder.answer(
          200,
          "{\"ARN\":\"a\",\"CreatedDate\":1.5E9,\"VersionStages\":[\"SecretString\"],"
              + "\"SecretString\":\"{\\\"password\\\":\\\"p\\\"}\"}");
    }

    String theirs =
        client(SecretsManagerClient.builder())
            .getSecretValue(request -> request.secretId(secret).versionStage("AWSPENDING"))
            .secretString();
    byte[] answer =
        service(Protocol.JSON, "secretsmanager").post(GetSecretValue.of(secret, "AWSPENDING"));

    assertThat(json(ours().body())).isEqualTo(json(theirs().body()));
    assertThatAllElseIsEqual();
    assertThat(GetSecretValue.answered(answer)).isEqualTo(theirs).contains("password");
  }

  @Test
  void sendsMails() throws IOException {
    Letter letter = new Letter("kind", "Bienvenue, Zoë", "ligne\r\n\"deux\"", "<p>東京 🏙</p>");
    recorder.answer(200, "{\"MessageId\":\"m\"}");
    recorder.answer(200, "{\"MessageId\":\"m\"}");

    client(SesV2Client.builder())
        .sendEmail(
            request ->
                request
                    .fromEmailAddress("Shop <shop@example.com>")
                    .destination(to -> to.toAddresses("zoë@example.com"))
                    .content(
                        content ->
                            content.simple(
                                mail ->
                                    mail.subject(content(letter.subject()))
                                        .body(
                                            body ->
                                                body.text(content(letter.text()))
                                                    .html(content(letter.html()))))));
    byte[] answer =
        service(Protocol.REST_JSON, "ses")
            .post(SendEmail.of("Shop <shop@example.com>", "zoë@example.com", letter));

    assertThat(json(ours().body())).isEqualTo(json(theirs().body()));
    assertThatAllElseIsEqual();
    assertThat(SendEmail.answered(answer)).isEqualTo("m");
  }

  /** The isolated partitions have suffixes and certificates of their own, and no public shops. */
  static List<Region> regions() {
    return Region.regions().stream()
        .filter(region -> !region.isGlobalRegion() && !region.id().contains("-iso"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("regions")
  void findsTheServices(Region region) {
    assertThat(Endpoints.of("sns", region.id()))
        .isEqualTo(
            URI.create(
                "https://sns." + region.id() + "." + PartitionMetadata.of(region).dnsSuffix()));
  }

  private Request theirs() {
    return recorder.requests().getFirst();
  }

  private Request ours() {
    return recorder.requests().getLast();
  }

  private void assertThatAllElseIsEqual() {
    assertThat(recorder.requests()).hasSize(2);
    assertThat(ours())
        .usingRecursiveComparison()
        .ignoringFields("body", "time")
        .isEqualTo(theirs());
    assertThat(ours().scope()).startsWith("eu-west-3/");
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  private static JsonNode json(String body) throws IOException {
    return JSON.readTree(body);
  }

  private static Content content(String text) {
    return Content.builder().data(text).charset("UTF-8").build();
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
