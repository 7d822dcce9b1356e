package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Says where a body stops being JSON. */
final class MalformedJson {
  private MalformedJson() {}

  static void send(HttpServerRequest request, byte[] body) {
    Problems.send(request, Problem.MALFORMED_JSON, detail(body), List.of());
  }

  private static String detail(byte[] body) {
    return switch (JsonBody.read(body)) {
      case JsonBody.Members members when body[0] == '[' -> "A JSON object is expected.";
      case JsonBody.Members members -> "The object has a member twice.";
      case JsonBody.Nothing nothing -> "A JSON object is expected.";
      case JsonBody.NotAnObject other -> "A JSON object is expected.";
      case JsonBody.Malformed malformed ->
          MediaTypes.decode(body)
              .map(JsonFault::in)
              .map(
                  fault ->
                      "%s: line %d, column %d."
                          .formatted(fault.message(), fault.line(), fault.column()))
              .orElse("The body is not UTF-8.");
    };
  }
}
