package com.ecom.signup.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Collects a request's body up to a limit. What comes after the limit is read and dropped for a
 * while, so that the client gets to read its answer; a client that goes on sending is cut off.
 */
final class BodyReader {
  /** The most that a body may hold, in bytes. */
  static final int LIMIT = 64 * 1024;

  private static final int DROPPED_AT_MOST = 1024 * 1024;

  private final HttpServerRequest request;
  private final BiConsumer<byte[], Boolean> then;
  private final Buffer kept = Buffer.buffer(512);
  private long received;
  private boolean done;

  private BodyReader(HttpServerRequest request, BiConsumer<byte[], Boolean> then) {
    this.request = request;
    this.then = then;
  }

  /**
   * Reads the body.
   *
   * @param then gets the body, or its first {@value #LIMIT} bytes, and whether that is all of it
   */
  static void read(HttpServerRequest request, BiConsumer<byte[], Boolean> then) {
    BodyReader reader = new BodyReader(request, then);
    request.handler(reader::add);
    request.endHandler(nothing -> reader.finish());
    request.resume();
  }

  /** Drops the body of a request that has been answered already. */
  static void drop(HttpServerRequest request) {
    AtomicLong dropped = new AtomicLong();
    request.handler(
        part -> {
          if (dropped.addAndGet(part.length()) > DROPPED_AT_MOST) {
            request.connection().close();
          }
        });
    request.resume();
  }

  private void add(Buffer part) {
    received += part.length();
    int room = LIMIT - kept.length();
    kept.appendBuffer(part, 0, Math.min(room, part.length()));
    if (received > DROPPED_AT_MOST && !done) {
      request.response().putHeader("connection", "close");
      finish();
    }
  }

  private void finish() {
    if (!done) {
      done = true;
      then.accept(kept.getBytes(), received <= LIMIT);
    }
  }
}
