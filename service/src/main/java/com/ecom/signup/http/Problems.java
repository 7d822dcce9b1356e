package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.List;

/** Answers with a problem (RFC 9457). */
final class Problems {
  private static final CharSequence PROBLEM_JSON =
      HttpHeaders.createOptimized("application/problem+json");
  private static final String SECONDS_TO_WAIT = "1";

  private Problems() {}

  static void send(HttpServerRequest request, Problem problem) {
    send(request, problem, problem.meaning(), List.of());
  }

  /**
   * The same with a detail of its own.
   *
   * @param errors each thing that is wrong; none where there is nothing to list
   */
  static void send(
      HttpServerRequest request, Problem problem, String detail, List<Invalid> errors) {
    if (problem == Problem.BUSY || problem == Problem.IDEMPOTENCY_KEY_IN_PROGRESS) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    }
    if (problem == Problem.OPERATOR_TOKEN_REQUIRED) {
      request.response().putHeader("www-authenticate", "Bearer");
    }
    Answers.send(request, problem.status(), PROBLEM_JSON, body(problem, detail, errors));
  }

  /** All that is wrong with the values of a request. */
  static void invalid(HttpServerRequest request, List<Invalid> errors) {
    send(request, Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.meaning(), errors);
  }

  /** The same before the body has been read; it is dropped as it comes. */
  static void busyUnread(HttpServerRequest request) {
    send(request, Problem.BUSY);
    BodyReader.drop(request);
  }

  static void notAllowed(HttpServerRequest request, String allowed) {
    request.response().putHeader(HttpHeaders.ALLOW, allowed);
    send(request, Problem.METHOD_NOT_ALLOWED);
  }

  private static Buffer body(Problem problem, String detail, List<Invalid> errors) {
    return Json.object(
        json -> {
          json.writeStringField("type", problem.type());
          json.writeStringField("title", problem.title());
          json.writeNumberField("status", problem.status());
          json.writeStringField("detail", detail);
          json.writeStringField("code", problem.code());
          if (!errors.isEmpty()) {
            json.writeArrayFieldStart("errors");
            for (Invalid error : errors) {
              write(json, error);
            }
            json.writeEndArray();
          }
        });
  }

  private static void write(JsonGenerator json, Invalid error) throws IOException {
    json.writeStartObject();
    json.writeStringField(error.place().startsWith("#") ? "pointer" : "parameter", error.place());
    json.writeStringField("code", error.code());
    json.writeStringField("detail", error.detail());
    json.writeEndObject();
  }
}
