package com.ecom.signup.aws;

import com.ecom.signup.environment.Correspondence;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.MailRefusedException;
import com.ecom.signup.mail.MailServer;
import com.ecom.signup.mail.MailUnavailableException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;

/** Amazon SES. What it refuses for what the mail is, it would refuse again. */
@Singleton
final class SesMailServer implements MailServer {
  private static final Set<String> OF_MAIL =
      Set.of("MessageRejected", "BadRequestException", "MessageRejectedException");

  private final Environment environment;
  private @Nullable SesV2Client open;

  SesMailServer(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean isChosen() {
    return environment.correspondence().filter(places -> places.smtp().isEmpty()).isPresent();
  }

  @Override
  public String send(String address, Letter letter) {
    Optional<Correspondence> places = environment.correspondence();
    try {
      return client()
          .sendEmail(
              request ->
                  request
                      .fromEmailAddress(places.orElseThrow().from())
                      .destination(to -> to.toAddresses(address))
                      .content(
                          content ->
                              content.simple(
                                  mail ->
                                      mail.subject(text(letter.subject()))
                                          .body(
                                              body ->
                                                  body.text(text(letter.text()))
                                                      .html(text(letter.html()))))))
          .messageId();
    } catch (SdkException e) {
      String code = ErrorCode.of(e);
      if (OF_MAIL.contains(code)) {
        throw new MailRefusedException(code, e);
      }
      throw new MailUnavailableException(code, e);
    }
  }

  private static Content text(String text) {
    return Content.builder().data(text).charset(StandardCharsets.UTF_8.name()).build();
  }

  private synchronized SesV2Client client() {
    if (open == null) {
      open = AwsClients.build(SesV2Client.builder(), environment);
    }
    return open;
  }
}
