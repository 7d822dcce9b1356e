package com.ecom.signup.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hands a request to the service that it is meant for, or spoils it as a test asked for. */
final class AwsHandler implements HttpHandler {

  private static final String TARGET = "secretsmanager.";

  /** Twice what AWS takes, because the form encoding triples many characters. */
  private static final int MOST_BYTES = 4 * Message.MOST_BYTES;

  private final Sns sns;
  private final SecretsManager secrets;
  private final Ses ses;
  private final Faults faults;

  AwsHandler(Sns sns, SecretsManager secrets, Ses ses, Faults faults) {
    this.sns = sns;
    this.secrets = secrets;
    this.ses = ses;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Service service = service(exchange);
    if (service != Service.SES && !exchange.getRequestMethod().equals("POST")) {
      redirectToPage(exchange);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    Fault fault = faults.next(service);
    Answer answer = answer(service, exchange, body, fault);
    if (fault instanceof Fault.LostAnswer) {
      exchange.close();
    } else {
      answer.send(exchange);
    }
  }

  private static Service service(HttpExchange exchange) {
    if (exchange.getRequestURI().getPath().startsWith(Ses.PATHS)) {
      return Service.SES;
    }
    return exchange.getRequestHeaders().containsKey("X-Amz-Target")
        ? Service.SECRETS_MANAGER
        : Service.SNS;
  }

  private static void redirectToPage(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "/local");
    new Answer(303, "text/plain", "").send(exchange);
  }

  private Answer answer(
      Service service, HttpExchange exchange, byte[] body, @Nullable Fault fault) {
    if (fault instanceof Fault.Refusal refusal) {
      return error(service, new AwsError(refusal.status(), refusal.code(), refusal.message()));
    }
    if (fault instanceof Fault.Delay delay) {
      pause(delay);
    }
    return switch (service) {
      case SNS -> sns.answer(body, fault);
      case SECRETS_MANAGER -> secrets.answer(target(exchange), body);
      case SES ->
          ses.answer(
              exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), body, fault);
    };
  }

  private static Answer error(Service service, AwsError error) {
    return switch (service) {
      case SNS -> Xml.error(error);
      case SECRETS_MANAGER -> SecretsManager.error(error);
      case SES -> Ses.error(error);
    };
  }

  private static String target(HttpExchange exchange) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    return target != null && target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
  }

  private static void pause(Fault.Delay delay) {
    try {
      Thread.sleep(delay.time());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
