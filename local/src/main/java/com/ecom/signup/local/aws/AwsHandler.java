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
  private final Faults faults;

  AwsHandler(Sns sns, SecretsManager secrets, Faults faults) {
    this.sns = sns;
    this.secrets = secrets;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      redirectToPage(exchange);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    Service service = target == null ? Service.SNS : Service.SECRETS_MANAGER;
    Fault fault = faults.next(service);
    Answer answer = answer(target, body, fault);
    if (fault instanceof Fault.LostAnswer) {
      exchange.close();
    } else {
      answer.send(exchange);
    }
  }

  private static void redirectToPage(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "/local");
    new Answer(303, "text/plain", "").send(exchange);
  }

  private Answer answer(@Nullable String target, byte[] body, @Nullable Fault fault) {
    if (fault instanceof Fault.Refusal refusal) {
      AwsError error = new AwsError(refusal.status(), refusal.code(), refusal.message());
      return target == null ? Xml.error(error) : SecretsManager.error(error);
    }
    if (fault instanceof Fault.Delay delay) {
      pause(delay);
    }
    return target == null
        ? sns.answer(body, fault)
        : secrets.answer(target.startsWith(TARGET) ? target.substring(TARGET.length()) : "", body);
  }

  private static void pause(Fault.Delay delay) {
    try {
      Thread.sleep(delay.time());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
