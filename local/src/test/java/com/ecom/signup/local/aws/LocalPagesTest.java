package com.ecom.signup.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

@Timeout(30)
final class LocalPagesTest {

  private final AwsStandIn aws = AwsStandIn.start(0, URI.create("http://localhost:9001"));
  private final SnsClient sns = SdkClients.sns(aws);
  private final String topic = aws.createTopic("customer-registered");
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.shutdownNow();
    sns.close();
    aws.close();
  }

  @Test
  void pageHasNoInlineScriptAndAStrictPolicy() throws Exception {
    HttpResponse<String> page = get("/local");

    assertThat(page.body()).contains("curl http://localhost:9001/customer-registration");
    assertThat(page.body()).doesNotContainPattern("<script(?! src=\"/local/)|<style|\\son\\w+=");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(header(get("/local/page.js"), "Content-Type")).startsWith("text/javascript");
    assertThat(header(get("/local/page.css"), "Content-Type")).startsWith("text/css");
    assertThat(get("/local/page.js").body()).doesNotContain("innerHTML");
  }

  @Test
  void rootLeadsToThePage() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(303);
    assertThat(get("/local/none").statusCode()).isEqualTo(404);
    assertThat(get("/localother").statusCode()).isEqualTo(404);
  }

  @Test
  void givesPublicationsAsJson() throws Exception {
    publish("{\"email_id\":\"ada@example.com\"}");
    publish("plain");

    JsonNode all = new ObjectMapper().readTree(get("/local/publications").body());

    assertThat(all).hasSize(2);
    assertThat(all.get(0).at("/body/email_id").asText()).isEqualTo("ada@example.com");
    assertThat(all.get(1).get("message").asText()).isEqualTo("plain");
    assertThat(all.get(1).get("body").isNull()).isTrue();
  }

  @Test
  void streamsWhatIsPublishedAndResumes() throws Exception {
    publish("one");
    String id;
    try (Events events = new Events("")) {
      assertThat(events.next()).contains("event: cleared");
      assertThat(events.next().toString()).contains("\"message\":\"one\"");
      publish("two");
      List<String> second = events.next();
      assertThat(second.toString()).contains("\"message\":\"two\"");
      id = second.getFirst().substring("id: ".length());
    }
    publish("three");
    try (Events events = new Events(id)) {
      assertThat(events.next().toString()).contains("\"message\":\"three\"");
    }
  }

  @Test
  void streamsMailsInOneOrderWithEvents() throws Exception {
    publish("one");
    String id;
    try (Events events = new Events("");
        SesV2Client ses = SdkClients.ses(aws)) {
      events.next();
      events.next();
      ses.sendEmail(Mails.aMailTo("ada@example.com").build());
      List<String> mail = events.next();
      assertThat(mail).contains("event: mail");
      assertThat(mail.toString()).contains("\"to\":[\"ada@example.com\"]");
      id = mail.getFirst().substring("id: ".length());
      ses.sendEmail(Mails.aMailTo("zoe@example.com").build());
    }
    publish("two");
    try (Events events = new Events(id)) {
      assertThat(events.next().toString()).contains("zoe@example.com");
      assertThat(events.next().toString()).contains("\"message\":\"two\"");
    }
  }

  @Test
  void tellsOpenAndReturningPagesThatEventsWereCleared() throws Exception {
    publish("one");
    String id;
    try (Events events = new Events("")) {
      events.next();
      id = events.next().getFirst().substring("id: ".length());
      aws.clear();
      assertThat(events.next()).contains("event: cleared");
    }
    publish("two");
    try (Events events = new Events(id)) {
      assertThat(events.next()).contains("event: cleared");
      assertThat(events.next().toString()).contains("\"message\":\"two\"");
    }
  }

  @Test
  void startsAgainForPageOfAnEarlierRun() throws Exception {
    publish("one");
    try (Events events = new Events("another-run:0:700")) {
      assertThat(events.next()).contains("event: cleared");
      assertThat(events.next().toString()).contains("\"message\":\"one\"");
    }
  }

  @Test
  void clearsForItsOwnPageOnly() throws Exception {
    publish("one");

    assertThat(clear("http://evil.example").statusCode()).isEqualTo(403);
    assertThat(clear("null").statusCode()).isEqualTo(403);
    assertThat(clear("http://localhost:1").statusCode()).isEqualTo(403);
    assertThat(send(HttpRequest.newBuilder(at("/local/clear")).POST(nothing())).statusCode())
        .isEqualTo(403);
    assertThat(aws.publications()).hasSize(1);

    assertThat(clear(aws.endpoint().toString()).statusCode()).isEqualTo(204);
    assertThat(aws.publications()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80"})
  void refusesReboundNames(String host) throws Exception {
    assertThat(statusFor(host)).isEqualTo("HTTP/1.1 403 Forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:8003", "127.0.0.1:8003", "[::1]:8003"})
  void takesNamesOfThisMachine(String host) throws Exception {
    assertThat(statusFor(host)).isEqualTo("HTTP/1.1 200 OK");
  }

  /** By socket, because the HTTP client sets the header itself. */
  private String statusFor(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), aws.endpoint().getPort())) {
      String request = "GET /local/publications HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }
  }

  private void publish(String message) {
    sns.publish(it -> it.topicArn(topic).message(message));
  }

  private HttpResponse<String> clear(String origin) throws Exception {
    return send(
        HttpRequest.newBuilder(at("/local/clear")).header("Origin", origin).POST(nothing()));
  }

  private static HttpRequest.BodyPublisher nothing() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(at(path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI at(String path) {
    return aws.endpoint().resolve(path);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  private final class Events implements AutoCloseable {

    private final BufferedReader lines;

    Events(String lastId) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(at("/local/events"));
      if (!lastId.isEmpty()) {
        request.header("Last-Event-ID", lastId);
      }
      InputStream body =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
      lines = new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    /** The lines of the next event, comments left out. */
    List<String> next() throws IOException {
      List<String> event = new ArrayList<>();
      String line = lines.readLine();
      while (line != null && !(line.isEmpty() && !event.isEmpty())) {
        if (!line.isEmpty() && !line.startsWith(":")) {
          event.add(line);
        }
        line = lines.readLine();
      }
      event.sort((a, b) -> Boolean.compare(b.startsWith("id:"), a.startsWith("id:")));
      return event;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
