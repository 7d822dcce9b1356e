package com.ecom.signup.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sends answers; each is sent once, and not at all to a client that has gone. What all answers have
 * in common is in their head already ({@link Hardening}).
 */
final class Answers {
  static final Buffer REGISTERED = Buffer.buffer("\"registration is successfull\"");
  static final Buffer EXISTS = Buffer.buffer("\"User exist.You may login\"");
  static final Buffer DOES_NOT_EXIST = Buffer.buffer("\"User does not exist\"");
  static final Buffer HELLO = Buffer.buffer("{\"Hello\":\"ecom business app\"}");

  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private static final Buffer NOT_FOUND = Buffer.buffer("{\"detail\":\"Not Found\"}");
  private static final Buffer NOT_ALLOWED = Buffer.buffer("{\"detail\":\"Method Not Allowed\"}");
  private static final Buffer TAKEN =
      Buffer.buffer(Details.sentence("This address is registered already, with other details."));
  private static final Buffer TOO_LARGE =
      Buffer.buffer(Details.sentence("The body is larger than 64 KiB."));
  private static final Buffer UNREADABLE =
      Buffer.buffer(Details.sentence("There was an error parsing the body"));
  private static final Buffer BUSY =
      Buffer.buffer(
          Details.sentence("The service is busy. Please send the same request again shortly."));
  private static final Buffer FAILED = Buffer.buffer(Details.sentence("Internal Server Error"));
  private static final Buffer FORBIDDEN =
      Buffer.buffer(Details.sentence("The form was not sent by a page of this service."));
  private static final Buffer UNAUTHORIZED =
      Buffer.buffer(Details.sentence("Looking up needs the token of those who may."));
  private static final RetryTimes RETRY_TIMES = new RetryTimes(System.nanoTime());

  private Answers() {}

  static void ok(HttpServerRequest request, Buffer body) {
    send(request, 200, body);
  }

  static void created(HttpServerRequest request, Buffer body) {
    send(request, 201, body);
  }

  static void accepted(HttpServerRequest request, Buffer body) {
    send(request, 202, body);
  }

  static void refused(HttpServerRequest request, byte[] details) {
    send(request, 422, Buffer.buffer(details));
  }

  static void taken(HttpServerRequest request) {
    send(request, 409, TAKEN);
  }

  static void tooLarge(HttpServerRequest request) {
    send(request, 413, TOO_LARGE);
  }

  static void unreadable(HttpServerRequest request) {
    send(request, 400, UNREADABLE);
  }

  static void busy(HttpServerRequest request) {
    request.response().putHeader(HttpHeaders.RETRY_AFTER, secondsToWait());
    send(request, 503, BUSY);
  }

  /** As {@link #busy}, for a {@link BusyAnswer}: the same in every language. */
  static byte[] busyRest(@Nullable String languages) {
    return BusyRest.BYTES;
  }

  /** Made when it is first needed, not by a start. */
  private static final class BusyRest {
    static final byte[] BYTES = BusyAnswer.rest("", JSON, BUSY);
  }

  /** Not the same for all, or all who are turned away would be back together. */
  static String secondsToWait() {
    return String.valueOf(RETRY_TIMES.next(System.nanoTime()));
  }

  /** The same before the body has been read; it is dropped as it comes. */
  static void busyUnread(HttpServerRequest request) {
    busy(request);
    BodyReader.drop(request);
  }

  /** A form that another's page sent. */
  static void forbidden(HttpServerRequest request) {
    send(request, 403, FORBIDDEN);
  }

  /** Who asks may not. */
  static void unauthorized(HttpServerRequest request) {
    request.response().putHeader("www-authenticate", "Bearer");
    send(request, 401, UNAUTHORIZED);
  }

  /** Sends a browser on, to ask by {@code GET}. */
  static void seeOther(HttpServerRequest request, String location) {
    request.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, location).end();
  }

  static void failed(HttpServerRequest request) {
    send(request, 500, FAILED);
  }

  static void notFound(HttpServerRequest request) {
    send(request, 404, NOT_FOUND);
  }

  static void notAllowed(HttpServerRequest request, String allowed) {
    request.response().putHeader(HttpHeaders.ALLOW, allowed);
    send(request, 405, NOT_ALLOWED);
  }

  /**
   * Sends the client to another address with the same method and body.
   *
   * @param location a path of this service
   */
  static void redirect(HttpServerRequest request, String location) {
    request.response().setStatusCode(307).putHeader(HttpHeaders.LOCATION, location).end();
  }

  static void send(HttpServerRequest request, Reply reply) {
    HttpServerResponse response = request.response();
    if (!response.ended() && !response.closed()) {
      reply.headers().forEach(response::putHeader);
      send(request, reply.status(), JSON, reply.body());
    }
  }

  private static void send(HttpServerRequest request, int status, Buffer body) {
    send(request, status, JSON, body);
  }

  static void send(HttpServerRequest request, int status, CharSequence type, Buffer body) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (status != 503) {
      RETRY_TIMES.answered();
    }
    response.setStatusCode(status);
    response.headers().set(HttpHeaders.CONTENT_TYPE, type);
    if (HttpMethod.HEAD.equals(request.method())) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
