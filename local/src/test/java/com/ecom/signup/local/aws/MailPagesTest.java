package com.ecom.signup.local.aws;

import static com.ecom.signup.local.aws.Mails.aMail;
import static com.ecom.signup.local.aws.Mails.aMailWith;
import static com.ecom.signup.local.aws.Mails.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

@Timeout(30)
final class MailPagesTest {

  private static final String TYPED = "<img src=x onerror=alert(1)> \u2028 \"Zoë\"";

  private final AwsStandIn aws = AwsStandIn.start(0);
  private final SesV2Client ses = SdkClients.ses(aws);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.shutdownNow();
    ses.close();
    aws.close();
  }

  @Test
  void givesMailsAsJsonOldestFirst() throws Exception {
    send(aMailWith(it -> it.body(body -> body.text(utf8("one")))));
    String id = send(aMail().replyToAddresses("help@example.com"));

    HttpResponse<String> answer = get("/local/mails");
    JsonNode mails = new ObjectMapper().readTree(answer.body());

    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(mails).hasSize(2);
    assertThat(mails.get(0).get("text").asText()).isEqualTo("one");
    assertThat(mails.get(0).get("html").isNull()).isTrue();
    JsonNode second = mails.get(1);
    assertThat(second.get("id").asText()).isEqualTo(id);
    assertThat(second.get("at").asText()).isEqualTo(aws.mails().getLast().at().toString());
    assertThat(second.get("from").asText()).isEqualTo("shop@example.com");
    assertThat(second.at("/to/0").asText()).isEqualTo("ada@example.com");
    assertThat(second.get("subject").asText()).isEqualTo("Welcome, Zoë");
    assertThat(second.get("text").asText()).isEqualTo("Hello");
    assertThat(second.get("html").asText()).isEqualTo("<p>Hello</p>");
    assertThat(second.at("/headers/Reply-To").asText()).isEqualTo("help@example.com");
  }

  @Test
  void keepsWhatPeopleTypedOutOfThePage() throws Exception {
    send(aMailWith(it -> it.subject(utf8(TYPED)).body(body -> body.text(utf8(TYPED)))));

    assertThat(get("/local").body()).doesNotContain("onerror");
    JsonNode mails = new ObjectMapper().readTree(get("/local/mails").body());
    assertThat(mails.at("/0/subject").asText()).isEqualTo(TYPED);
    assertThat(mails.at("/0/text").asText()).isEqualTo(TYPED);
    assertThat(get("/local/page.js").body())
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "srcdoc");
  }

  @Test
  void isolatesTheHtmlPart() throws Exception {
    String id = send(aMailWith(it -> it.body(body -> body.html(utf8("<p>Zoë</p>")))));

    HttpResponse<String> html = get("/local/mails/" + id);

    assertThat(html.body()).isEqualTo("<p>Zoë</p><base target=\"_blank\">");
    assertThat(header(html, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(html.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(header(html, "Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'self'", "sandbox allow-popups ")
        .doesNotContain("script", "allow-same-origin", "http");
    assertThat(header(html, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void framesTheHtmlPartWithoutScripts() throws Exception {
    assertThat(get("/local").body())
        .containsOnlyOnce("<iframe")
        .contains("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\">");
    assertThat(header(get("/local"), "Content-Security-Policy")).contains("frame-src 'self';");
  }

  @Test
  void hasNoHtmlPartOfOtherMails() throws Exception {
    String id = send(aMailWith(it -> it.body(body -> body.text(utf8("one")))));

    assertThat(get("/local/mails/" + id).statusCode()).isEqualTo(404);
    assertThat(get("/local/mails/" + Xml.randomId()).statusCode()).isEqualTo(404);
    assertThat(get("/local/mails/").statusCode()).isEqualTo(404);
    assertThat(get("/local/mails/%3Cb%3E").body()).isEqualTo("There is no such page.");
  }

  private String send(SendEmailRequest.Builder mail) {
    return ses.sendEmail(mail.build()).messageId();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(aws.endpoint().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
