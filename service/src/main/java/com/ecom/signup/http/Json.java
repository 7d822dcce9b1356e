package com.ecom.signup.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /** How one of several is written. */
  @FunctionalInterface
  interface WritingOf<T> {
    void to(JsonGenerator json, T value) throws IOException;
  }

  /** An object with these members. */
  static Buffer object(Writing members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      members.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  /** A member with a list of objects. */
  static <T> void list(JsonGenerator json, String name, List<T> values, WritingOf<T> members)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      json.writeStartObject();
      members.to(json, value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** A member that is left out when there is nothing to say. */
  static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  /** A time by RFC 3339, in UTC. */
  static void time(JsonGenerator json, String name, Instant time) throws IOException {
    json.writeStringField(name, time.toString());
  }
}
