package com.ecom.signup.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A form as a browser sends it, {@code application/x-www-form-urlencoded}. */
record FormFields(Map<String, String> values) {
  private static final int MOST = 50;

  /** Whether the body of a request is said to be a form. */
  static boolean isOne(HttpServerRequest request) {
    String type = request.getHeader("content-type");
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  /** Reads the form of a page of this service; others are refused. */
  static void read(HttpServerRequest request, Consumer<FormFields> then) {
    if (!SameOrigin.is(request)) {
      Answers.forbidden(request);
      BodyReader.drop(request);
      return;
    }
    BodyReader.read(
        request,
        (bytes, whole) -> {
          if (whole) {
            parse(request, bytes, then);
          } else {
            Answers.tooLarge(request);
          }
        });
  }

  private static void parse(HttpServerRequest request, byte[] bytes, Consumer<FormFields> then) {
    try {
      String text = new String(bytes, StandardCharsets.UTF_8);
      Map<String, String> values = new LinkedHashMap<>();
      new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST)
          .parameters()
          .forEach((name, all) -> values.put(name, all.getFirst()));
      then.accept(new FormFields(values));
    } catch (IllegalArgumentException e) {
      Answers.unreadable(request);
    }
  }

  /** What was typed into a field; empty if it was not sent. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return "FormFields[***]";
  }
}
