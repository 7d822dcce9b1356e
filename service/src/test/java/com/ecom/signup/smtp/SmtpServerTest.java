package com.ecom.signup.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.local.port.FreePort;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.MailUnavailableException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SmtpServerTest {
  private static final Letter LETTER =
      new Letter("kind", "Bienvenue à Montréal", "Bonjour Zoë", "<p>Bonjour Zoë</p>");

  private final int port = FreePort.find();
  private final GreenMail server =
      new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.setUser("shop", "a password");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private SmtpServer smtp(String url) {
    return new SmtpServer(
        Environment.of(
            Map.of(
                "PUBLIC_URL", "http://localhost:8001",
                "MAIL_FROM", "ecom <no-reply@ecom.example>",
                "SMTP_URL", url)));
  }

  @Test
  void handsOverBothPartsInUtf8() throws Exception {
    String id = smtp("smtp://shop:a%20password@localhost:" + port).send("zoe@example.com", LETTER);

    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getMessageID()).isEqualTo(id);
    assertThat(message.getSubject()).isEqualTo("Bienvenue à Montréal");
    assertThat(message.getFrom()[0]).hasToString("ecom <no-reply@ecom.example>");
    assertThat(GreenMailUtil.getAddressList(message.getAllRecipients()))
        .isEqualTo("zoe@example.com");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Bonjour Zoë");
    assertThat(parts.getBodyPart(1).getContentType()).contains("text/html");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Bonjour Zoë</p>");
  }

  @Test
  void saysThatServerIsAway() {
    server.stop();

    assertThatThrownBy(() -> smtp("smtp://localhost:" + port).send("zoe@example.com", LETTER))
        .isInstanceOf(MailUnavailableException.class);
  }

  @Test
  void isChosenByItsAddress() {
    assertThat(smtp("smtp://localhost:" + port).isChosen()).isTrue();
    assertThat(new SmtpServer(Environment.of(Map.of())).isChosen()).isFalse();
  }
}
