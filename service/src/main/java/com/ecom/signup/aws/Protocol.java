package com.ecom.signup.aws;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * How a service of AWS is spoken to (<a href="https://smithy.io/2.0/aws/protocols/">Smithy, AWS
 * protocols</a>).
 */
enum Protocol {
  /** A form is asked, XML is answered. */
  QUERY("application/x-www-form-urlencoded; charset=utf-8") {
    @Override
    AwsErrorDetails error(SdkHttpResponse answer, byte[] body) {
      List<Map<String, String>> errors;
      try {
        errors = XmlAnswer.elements(body, "Error");
      } catch (XMLStreamException e) {
        errors = List.of(); // of a proxy in between, perhaps
      }
      Map<String, String> error = errors.isEmpty() ? Map.of() : errors.getFirst();
      return details(answer, error.get("Code"), error.get("Message"));
    }
  },
  /** AWS JSON 1.1: the header {@code X-Amz-Target} names what is asked. */
  JSON("application/x-amz-json-1.1") {
    @Override
    AwsErrorDetails error(SdkHttpResponse answer, byte[] body) {
      return jsonError(answer, body);
    }
  },
  /** JSON, where the path names what is asked. */
  REST_JSON("application/json") {
    @Override
    AwsErrorDetails error(SdkHttpResponse answer, byte[] body) {
      return jsonError(answer, body);
    }
  };

  private final String contentType;

  Protocol(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** Why the service refused; the status stands for a code that is not told. */
  abstract AwsErrorDetails error(SdkHttpResponse answer, byte[] body);

  /** The code may have its namespace before it, and an address after it. */
  private static AwsErrorDetails jsonError(SdkHttpResponse answer, byte[] body) {
    Map<String, String> texts;
    try {
      texts = Json.texts(body);
    } catch (IOException e) {
      texts = Map.of();
    }
    String code =
        answer
            .firstMatchingHeader("x-amzn-ErrorType")
            .orElse(texts.getOrDefault("__type", texts.get("code")));
    return details(
        answer,
        code == null ? null : code.replaceFirst(":.*", "").replaceFirst(".*#", ""),
        texts.getOrDefault("message", texts.get("Message")));
  }

  private static AwsErrorDetails details(
      SdkHttpResponse answer, @Nullable String code, @Nullable String message) {
    return AwsErrorDetails.builder()
        .errorCode(Objects.requireNonNullElse(code, "Status" + answer.statusCode()))
        .errorMessage(Objects.requireNonNullElse(message, ""))
        .build();
  }
}
