package com.ecom.signup.aws;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.MailRefusedException;
import com.ecom.signup.mail.MailServer;
import com.ecom.signup.mail.MailUnavailableException;
import jakarta.inject.Singleton;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** Amazon SES. What it refuses for what the mail is, it would refuse again. */
@Singleton
final class SesMailServer implements MailServer {
  private static final Set<String> OF_MAIL =
      Set.of("MessageRejected", "BadRequestException", "MessageRejectedException");

  private final Environment environment;
  private final AwsService ses;

  SesMailServer(Environment environment) {
    this.environment = environment;
    this.ses = new AwsService(Protocol.REST_JSON, "email", "ses", environment);
  }

  @Override
  public boolean isChosen() {
    return environment.correspondence().filter(places -> places.smtp().isEmpty()).isPresent();
  }

  @Override
  public String send(String address, Letter letter) {
    String from = environment.correspondence().orElseThrow().from();
    try {
      return SendEmail.answered(ses.post(SendEmail.of(from, address, letter)));
    } catch (SdkException e) {
      String code = ErrorCode.of(e);
      if (OF_MAIL.contains(code)) {
        throw new MailRefusedException(code, e);
      }
      throw new MailUnavailableException(code, e);
    }
  }
}
