package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpServerRequest;

/** Says where a body stops being JSON. */
final class MalformedJson {
  private MalformedJson() {}

  static void send(HttpServerRequest request, byte[] body) {
    Problems.send(request, Problem.MALFORMED_JSON, detail(body));
  }

  private static Wording detail(byte[] body) {
    return switch (JsonBody.read(body)) {
      case JsonBody.Members members when body[0] == '[' -> Wording.of("json_object_expected");
      case JsonBody.Members members -> Wording.of("json_member_twice");
      case JsonBody.Nothing nothing -> Wording.of("json_object_expected");
      case JsonBody.NotAnObject other -> Wording.of("json_object_expected");
      case JsonBody.Malformed malformed ->
          MediaTypes.decode(body)
              .map(JsonFault::in)
              .map(fault -> Wording.of("json_fault", fault.message(), fault.line(), fault.column()))
              .orElse(Wording.of("json_not_utf8"));
    };
  }
}
