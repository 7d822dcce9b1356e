package com.ecom.signup.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What is said in JSON, and what of an answer is text. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes some JSON. */
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /**
   * The members that are texts; all others are left out.
   *
   * @throws IOException if it is not JSON
   */
  static Map<String, String> texts(byte[] object) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser json = FACTORY.createParser(object)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, json.getText());
        }
        json.skipChildren();
      }
    }
    return texts;
  }

  /** As {@link #texts(byte[])}. */
  static Map<String, String> texts(String object) throws IOException {
    return texts(object.getBytes(UTF_8));
  }

  /**
   * One member of an answer.
   *
   * @throws SdkClientException if there is none that is text; its cause, which could quote the
   *     answer, is left out
   */
  static String text(byte[] answer, String name) {
    String text;
    try {
      text = texts(answer).get(name);
    } catch (IOException e) {
      throw SdkClientException.create("an answer that is not JSON");
    }
    if (text == null) {
      throw SdkClientException.create("an answer without " + name);
    }
    return text;
  }

  static String written(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory is always written
    }
    return text.toString();
  }
}
