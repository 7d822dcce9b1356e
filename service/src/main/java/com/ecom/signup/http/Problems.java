package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Language;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers with a problem (RFC 9457), in the language that the caller asks for. */
final class Problems {
  private static final CharSequence PROBLEM_JSON =
      HttpHeaders.createOptimized("application/problem+json");
  private static final String A_SECOND = "1";

  private Problems() {}

  static void send(HttpServerRequest request, Problem problem) {
    send(request, problem, List.of());
  }

  /**
   * The same with each thing that is wrong.
   *
   * @param errors none where there is nothing to list
   */
  static void send(HttpServerRequest request, Problem problem, List<Invalid> errors) {
    send(request, problem, problem::meaning, errors);
  }

  /** The same with a detail of its own. */
  static void send(HttpServerRequest request, Problem problem, Wording detail) {
    send(request, problem, detail, List.of());
  }

  private static void send(
      HttpServerRequest request, Problem problem, Wording detail, List<Invalid> errors) {
    Language language = Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.code())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (problem == Problem.BUSY) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, Answers.secondsToWait());
    }
    if (problem == Problem.IDEMPOTENCY_KEY_IN_PROGRESS) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, A_SECOND);
    }
    if (problem == Problem.OPERATOR_TOKEN_REQUIRED) {
      request.response().putHeader("www-authenticate", "Bearer");
    }
    Answers.send(request, problem.status(), PROBLEM_JSON, body(problem, detail, errors, language));
  }

  /** All that is wrong with the values of a request. */
  static void invalid(HttpServerRequest request, List<Invalid> errors) {
    send(request, Problem.VALIDATION_FAILED, errors);
  }

  /** The same before the body has been read; it is dropped as it comes. */
  static void busyUnread(HttpServerRequest request) {
    send(request, Problem.BUSY);
    BodyReader.drop(request);
  }

  /** As {@link Problem#BUSY} is sent, for a {@link BusyAnswer}. */
  static byte[] busyRest(@Nullable String languages) {
    return Objects.requireNonNull(BusyRests.BY_LANGUAGE.get(Language.accepted(languages)));
  }

  /** Made when they are first needed, not by a start. */
  private static final class BusyRests {
    static final Map<Language, byte[]> BY_LANGUAGE = new EnumMap<>(Language.class);

    static {
      for (Language language : Language.values()) {
        BY_LANGUAGE.put(language, busyRest(language));
      }
    }
  }

  private static byte[] busyRest(Language language) {
    return BusyAnswer.rest(
        "content-language: "
            + language.code()
            + "\r\nvary: "
            + HttpHeaders.ACCEPT_LANGUAGE
            + "\r\n",
        PROBLEM_JSON,
        body(Problem.BUSY, Problem.BUSY::meaning, List.of(), language));
  }

  /** To a known caller without the permission, which is named (RFC 6750, section 3.1). */
  static void denied(HttpServerRequest request, Permission permission) {
    String scope = permission.scope();
    request
        .response()
        .putHeader(
            "www-authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
    send(request, Problem.PERMISSION_MISSING, Wording.of("permission_missing_scope", scope));
  }

  static void notAllowed(HttpServerRequest request, String allowed) {
    request.response().putHeader(HttpHeaders.ALLOW, allowed);
    send(request, Problem.METHOD_NOT_ALLOWED);
  }

  private static Buffer body(
      Problem problem, Wording detail, List<Invalid> errors, Language language) {
    return Json.object(
        json -> {
          json.writeStringField("type", problem.type());
          json.writeStringField("title", problem.title(language));
          json.writeNumberField("status", problem.status());
          json.writeStringField("detail", detail.in(language));
          json.writeStringField("code", problem.code());
          if (!errors.isEmpty()) {
            json.writeArrayFieldStart("errors");
            for (Invalid error : errors) {
              write(json, error, language);
            }
            json.writeEndArray();
          }
        });
  }

  private static void write(JsonGenerator json, Invalid error, Language language)
      throws IOException {
    json.writeStartObject();
    json.writeStringField(error.place().startsWith("#") ? "pointer" : "parameter", error.place());
    json.writeStringField("code", error.code());
    json.writeStringField("detail", error.detail().in(language));
    json.writeEndObject();
  }
}
