package com.ecom.signup.local.aws;

import static com.ecom.signup.local.aws.Mails.aMail;
import static com.ecom.signup.local.aws.Mails.aMailWith;
import static com.ecom.signup.local.aws.Mails.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

final class SendEmailTest {

  private final TickingClock clock = new TickingClock();
  private final AwsStandIn aws = AwsStandIn.start(0, URI.create("http://localhost:8001"), clock);
  private final SesV2Client ses = SdkClients.ses(aws);

  @AfterEach
  void stop() {
    ses.close();
    aws.close();
  }

  @Test
  void keepsWhatWasMailedExactly() {
    String text = "Zoë & <Ünal>\r\n+ 100% \uD83D\uDE00";

    String id =
        ses.sendEmail(
                aMailWith(
                        it ->
                            it.body(part -> part.text(utf8(text)).html(utf8("<p>&amp;</p>")))
                                .headers(header("List-Unsubscribe", "<https://example.com/u?a=b>")))
                    .fromEmailAddress("The shop <shop@example.com>")
                    .replyToAddresses("help@example.com", "Desk <desk@example.com>")
                    .emailTags(tag("kind", "confirmation"), tag("locale", "en-CA"))
                    .configurationSetName("transactional")
                    .build())
            .messageId();

    assertThat(aws.mails())
        .containsExactly(
            new Mail(
                id,
                clock.instant(),
                "The shop <shop@example.com>",
                List.of("ada@example.com"),
                "Welcome, Zoë",
                text,
                "<p>&amp;</p>",
                Map.of(
                    "List-Unsubscribe", "<https://example.com/u?a=b>",
                    "Reply-To", "help@example.com, Desk <desk@example.com>",
                    "X-SES-MESSAGE-TAGS", "kind=confirmation, locale=en-CA",
                    "X-SES-CONFIGURATION-SET", "transactional")));
    assertThat(aws.mails().getFirst().headers().get("list-unsubscribe")).isNotNull();
    assertThat(aws.published()).isZero();
  }

  @Test
  void takesFiftyRecipients() {
    send(aMail().destination(it -> it.toAddresses(Collections.nCopies(50, "a@example.com"))));

    assertThat(aws.mails().getFirst().to()).hasSize(50);
  }

  @Test
  void takesOnePartOnly() {
    send(aMailWith(it -> it.body(body -> body.text(utf8("Hello")))));
    send(aMailWith(it -> it.body(body -> body.html(utf8("<p>Hello</p>")))));

    assertThat(aws.mails()).extracting(Mail::html).containsExactly(null, "<p>Hello</p>");
    assertThat(aws.mails()).extracting(Mail::text).containsExactly("Hello", null);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, Zoë \uD83D\uDE00", "ISO-8859-1, Zoë ?", ", Zo? ?"})
  void losesWhatTheCharsetDoesNotHave(String charset, String received) {
    Content content = Content.builder().data("Zoë \uD83D\uDE00").charset(charset).build();

    send(aMailWith(it -> it.subject(content).body(body -> body.text(content))));

    assertThat(aws.mails()).extracting(Mail::subject).containsExactly(received);
    assertThat(aws.mails()).extracting(Mail::text).containsExactly(received);
  }

  @Test
  void forgetsMailsWhenCleared() {
    send(aMail());
    aws.clear();
    assertThat(aws.mails()).isEmpty();
  }

  @Test
  void keepsTheLatestOnly() {
    Journal journal = new Journal(clock);
    for (int i = 0; i < Latest.MOST + 5; i++) {
      journal.add(mail(Integer.toString(i), "short"));
    }

    assertThat(journal.mails()).hasSize(Latest.MOST);
    assertThat(journal.mails().getFirst().id()).isEqualTo("5");
  }

  @Test
  void keepsFewerOfLargeMails() {
    Journal journal = new Journal(clock);
    for (int i = 0; i < 5; i++) {
      journal.add(mail(Integer.toString(i), "x".repeat(20 << 20)));
    }

    assertThat(journal.mails()).extracting(Mail::id).containsExactly("2", "3", "4");
  }

  private Mail mail(String id, String html) {
    return new Mail(
        id, clock.instant(), "shop@example.com", List.of("a@b.c"), "s", null, html, Map.of());
  }

  private void send(SendEmailRequest.Builder request) {
    assertThat(ses.sendEmail(request.build()).messageId()).isNotEmpty();
  }

  private static MessageHeader header(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }

  private static MessageTag tag(String name, String value) {
    return MessageTag.builder().name(name).value(value).build();
  }
}
