package com.ecom.signup.local.aws;

import static com.ecom.signup.local.aws.Mails.aMail;
import static com.ecom.signup.local.aws.Mails.aMailTo;
import static com.ecom.signup.local.aws.Mails.aMailWith;
import static com.ecom.signup.local.aws.Mails.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

final class SendEmailRefusalTest {

  private final AwsStandIn aws = AwsStandIn.start(0);
  private final SesV2Client ses = SdkClients.ses(aws);

  @AfterEach
  void stop() {
    ses.close();
    aws.close();
  }

  @ParameterizedTest
  @MethodSource
  void refusesMissingParts(SendEmailRequest.Builder request) {
    assertRefused(request, "must have a ");
  }

  static Stream<SendEmailRequest.Builder> refusesMissingParts() {
    return Stream.of(
        aMail().fromEmailAddress(null),
        aMail().destination(it -> it.toAddresses(List.of())),
        aMail().content(it -> {}),
        aMailWith(it -> it.subject(Content.builder().build())),
        aMailWith(it -> it.subject((Content) null)),
        aMailWith(it -> it.body((Body) null)),
        aMailWith(it -> it.body(body -> {})));
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatItDoesNotDo(SendEmailRequest.Builder request) {
    assertRefused(request, "not supported here");
  }

  static Stream<SendEmailRequest.Builder> refusesWhatItDoesNotDo() {
    SdkBytes mime = SdkBytes.fromUtf8String("Subject: Hello\r\n\r\nHello");
    Attachment file = Attachment.builder().fileName("a.txt").rawContent(mime).build();
    return Stream.of(
        aMail().content(it -> it.raw(raw -> raw.data(mime))),
        aMail().content(it -> it.template(template -> template.templateName("welcome"))),
        aMail().destination(it -> it.toAddresses("a@example.com").ccAddresses("b@example.com")),
        aMail().destination(it -> it.toAddresses("a@example.com").bccAddresses("b@example.com")),
        aMail().listManagementOptions(it -> it.contactListName("all")),
        aMailWith(it -> it.attachments(file)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.com",
        "ada@",
        "a da@example.com",
        "ada@exa mple.com",
        "zoë@example.com",
        "ada@exämple.com",
        "Zoë <zoe@example.com>",
        "ada@example.com\r\nBcc: eve@example.com",
        "Ada\n <ada@example.com>",
        "ada@example.com, eve@example.com",
        "<ada@example.com> <eve@example.com>"
      })
  void refusesIllegalAddress(String address) {
    assertRefused(aMailTo(address), "Illegal address");
    assertRefused(aMail().fromEmailAddress(address), "Illegal address");
    assertRefused(aMail().replyToAddresses(address), "Illegal address");
  }

  @Test
  void refusesMoreRecipientsThanFifty() {
    assertRefused(
        aMail().destination(it -> it.toAddresses(Collections.nCopies(51, "a@example.com"))),
        "exceeds 50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: eve@example.com", "a\nb", "a\u0000b", "a\u0085b"})
  void refusesHeaderInjectionBySubject(String subject) {
    assertRefused(aMailWith(it -> it.subject(utf8(subject))), "Control character");
  }

  @ParameterizedTest
  @CsvSource({"X A, v, name", "X:A, v, name", "'', v, name", "X-A, 'a\r\nBcc: b', value"})
  void refusesIllegalHeader(String name, String value, String what) {
    assertRefused(aMailWith(it -> it.headers(header(name, value))), "Illegal " + what);
  }

  @Test
  void refusesLongAndTooManyAndRepeatedHeaders() {
    assertRefused(
        aMailWith(it -> it.headers(header("X-A", "x".repeat(871)))), "Illegal value of the header");
    assertRefused(
        aMailWith(it -> it.headers(Collections.nCopies(16, header("X-A", "x")))), "More than 15");
    assertRefused(aMailWith(it -> it.headers(header("X-A", "x"), header("x-a", "y"))), "twice");
  }

  @Test
  void refusesIllegalTagAndUnknownCharset() {
    assertRefused(aMail().emailTags(tag("kind", "a b")), "Illegal tag");
    Content content = Content.builder().data("a").charset("UTF-9").build();
    assertRefused(aMailWith(it -> it.subject(content)), "/Content/Simple/Subject/Charset");
  }

  @Test
  void refusesOtherOperations() {
    assertThatThrownBy(() -> ses.getAccount(it -> {}))
        .isInstanceOfSatisfying(
            SesV2Exception.class,
            it -> {
              assertThat(it.statusCode()).isEqualTo(404);
              assertThat(it.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
              assertThat(it).hasMessageContaining("GET /v2/email/account");
            });
    assertThatThrownBy(() -> ses.deleteEmailIdentity(it -> it.emailIdentity("example.com")))
        .hasMessageContaining("No operation DELETE");
  }

  @ParameterizedTest
  @CsvSource({
    "not JSON, SerializationException",
    "'', BadRequestException",
    "null, BadRequestException",
    "[1], BadRequestException"
  })
  void answersErrorsAsRestJson(String body, String type) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(aws.endpoint().resolve("/v2/email/outbound-emails"))
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(type);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(answer.body()).startsWith("{\"message\":\"");
    }
  }

  private void assertRefused(SendEmailRequest.Builder request, String reason) {
    assertThatThrownBy(() -> ses.sendEmail(request.build()))
        .isInstanceOfSatisfying(
            BadRequestException.class, it -> assertThat(it.statusCode()).isEqualTo(400))
        .hasMessageContaining(reason);
    assertThat(aws.mails()).isEmpty();
  }

  private static MessageHeader header(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }

  private static MessageTag tag(String name, String value) {
    return MessageTag.builder().name(name).value(value).build();
  }
}
