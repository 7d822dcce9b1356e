package com.ecom.signup.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.signup.mail.Letter;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Sends a mail.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail</a>
 */
final class SendEmail {
  private static final String PATH = "/v2/email/outbound-emails";

  private SendEmail() {}

  static AwsRequest of(String from, String to, Letter letter) {
    return new AwsRequest(PATH, Map.of(), Json.written(json -> write(json, from, to, letter)));
  }

  private static void write(JsonGenerator json, String from, String to, Letter letter)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("FromEmailAddress", from);
    json.writeObjectFieldStart("Destination");
    json.writeArrayFieldStart("ToAddresses");
    json.writeString(to);
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("Content");
    json.writeObjectFieldStart("Simple");
    content(json, "Subject", letter.subject());
    json.writeObjectFieldStart("Body");
    content(json, "Text", letter.text());
    content(json, "Html", letter.html());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void content(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("Data", text);
    json.writeStringField("Charset", UTF_8.name());
    json.writeEndObject();
  }

  /**
   * SES' own id of the mail.
   *
   * @throws SdkClientException if it is not in the answer
   */
  static String answered(byte[] answer) {
    return Json.text(answer, "MessageId");
  }
}
