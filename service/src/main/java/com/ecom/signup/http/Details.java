package com.ecom.signup.http;

import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Violation;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of errors in the shape that the old clients know: {@code {"detail": ...}}. */
final class Details {
  private static final JsonFactory JSON = new JsonFactory();

  private Details() {}

  /** A plain sentence. */
  static byte[] sentence(String sentence) {
    return write(json -> json.writeStringField("detail", sentence));
  }

  /** Something wrong with the body as a whole. */
  static byte[] body(String message, String type) {
    return list(json -> item(json, null, message, type));
  }

  /** A body that is not JSON, with the place where it stops being so. */
  static byte[] malformed(String document, JsonFault fault) {
    return list(json -> writeFault(json, document, fault));
  }

  /** Each violation with its field. */
  static byte[] violations(List<FieldError> errors) {
    return list(
        json -> {
          for (FieldError error : errors) {
            item(json, error.field(), error.message(), error.type());
          }
        });
  }

  /**
   * One thing wrong with one member.
   *
   * @param type a code that stays the same
   */
  record FieldError(Field field, String message, String type) {
    static FieldError of(Violation violation) {
      return new FieldError(violation.field(), violation.message(), violation.rule().type());
    }
  }

  private static void item(JsonGenerator json, @Nullable Field field, String message, String type)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("loc");
    json.writeString("body");
    if (field != null) {
      json.writeString(field.key());
    }
    json.writeEndArray();
    json.writeStringField("msg", message);
    json.writeStringField("type", type);
    json.writeEndObject();
  }

  private static void writeFault(JsonGenerator json, String document, JsonFault fault)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("loc");
    json.writeString("body");
    json.writeNumber(fault.position());
    json.writeEndArray();
    json.writeStringField(
        "msg",
        "%s: line %d column %d (char %d)"
            .formatted(fault.message(), fault.line(), fault.column(), fault.position()));
    json.writeStringField("type", "value_error.jsondecode");
    json.writeObjectFieldStart("ctx");
    json.writeStringField("msg", fault.message());
    json.writeStringField("doc", document);
    json.writeNumberField("pos", fault.position());
    json.writeNumberField("lineno", fault.line());
    json.writeNumberField("colno", fault.column());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static byte[] list(Writing items) {
    return write(
        json -> {
          json.writeArrayFieldStart("detail");
          items.to(json);
          json.writeEndArray();
        });
  }

  private static byte[] write(Writing members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      members.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }
}
