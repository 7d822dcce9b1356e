package com.ecom.signup.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of SES v2 that a sender uses, in REST JSON.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail</a>
 */
final class Ses {

  static final String PATHS = "/v2/email/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journal journal;
  private final Clock clock;

  Ses(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * @param operation the method and the path
   */
  Answer answer(String operation, byte[] body, @Nullable Fault fault) {
    try {
      return switch (operation) {
        case "POST /v2/email/outbound-emails" -> send(body, fault);
        default ->
            throw new AwsError(404, "UnknownOperationException", "No operation " + operation);
      };
    } catch (AwsError error) {
      return error(error);
    }
  }

  static Answer error(AwsError error) {
    return json(
        error.status(),
        JSON.createObjectNode().put("message", error.reason()),
        Map.of("x-amzn-ErrorType", error.code()));
  }

  private Answer send(byte[] body, @Nullable Fault fault) {
    Mail mail = SendEmail.read(parse(body), Xml.randomId(), clock.instant());
    refuse(mail, fault);
    journal.add(mail);
    return json(200, JSON.createObjectNode().put("MessageId", mail.id()), Map.of());
  }

  private static void refuse(Mail mail, @Nullable Fault fault) {
    if (fault instanceof Fault.RefusedRequests refused
        && mail.to().stream().anyMatch(refused.message())) {
      throw new AwsError(refused.status(), refused.code(), "The request was refused.");
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AwsError(400, "SerializationException", "The request is not JSON.");
    }
  }

  private static Answer json(int status, ObjectNode json, Map<String, String> headers) {
    return new Answer(status, "application/json", json.toString(), headers);
  }
}
