package com.ecom.signup.smtp;

import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Loopback;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.MailRefusedException;
import com.ecom.signup.mail.MailServer;
import com.ecom.signup.mail.MailUnavailableException;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail server by the address {@code SMTP_URL}. Beyond this machine, nothing is said to it that is
 * not encrypted: by {@code smtps}, or by STARTTLS (RFC 3207).
 */
@Singleton
final class SmtpServer implements MailServer {
  private static final String MILLISECONDS = "8000";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Optional<Correspondence> correspondence;

  SmtpServer(Environment environment) {
    this.correspondence = environment.correspondence();
  }

  @Override
  public boolean isChosen() {
    return correspondence.flatMap(Correspondence::smtp).isPresent();
  }

  @Override
  public String send(String address, Letter letter) {
    Correspondence places = correspondence.orElseThrow();
    try {
      MimeMessage message = message(session(places.smtp().orElseThrow()), places, address, letter);
      Transport.send(message);
      return String.valueOf(message.getMessageID());
    } catch (SendFailedException | AddressException e) {
      throw new MailRefusedException(e.getClass().getSimpleName(), e);
    } catch (MessagingException e) {
      throw new MailUnavailableException(e.getClass().getSimpleName(), e);
    }
  }

  private static MimeMessage message(
      Session session, Correspondence places, String address, Letter letter)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(places.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
    message.setSubject(letter.subject(), UTF_8);
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    return message;
  }

  private static Session session(URI server) {
    String protocol = server.getScheme();
    Properties properties = new Properties();
    properties.put("mail.transport.protocol.rfc822", protocol);
    String prefix = "mail." + protocol + ".";
    properties.put(prefix + "host", server.getHost());
    properties.put(prefix + "port", String.valueOf(port(server)));
    properties.put(prefix + "connectiontimeout", MILLISECONDS);
    properties.put(prefix + "timeout", MILLISECONDS);
    properties.put(prefix + "writetimeout", MILLISECONDS);
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "starttls.enable", "true");
    properties.put(prefix + "starttls.required", String.valueOf(!Loopback.is(server.getHost())));
    properties.put(prefix + "auth", String.valueOf(server.getUserInfo() != null));
    return Session.getInstance(properties, new UserOf(server));
  }

  private static int port(URI server) {
    int usual = server.getScheme().equals("smtps") ? 465 : 587;
    return server.getPort() < 0 ? usual : server.getPort();
  }

  private static final class UserOf extends Authenticator {
    private final URI server;

    UserOf(URI server) {
      this.server = server;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      String[] parts = String.valueOf(server.getUserInfo()).split(":", 2);
      return new PasswordAuthentication(parts[0], parts.length > 1 ? parts[1] : "");
    }
  }
}
