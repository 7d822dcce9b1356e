package com.ecom.signup.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as it comes, for a thread that may wait. A few parts are asked for ahead, and
 * another for each that is taken, so that little of it is ever in memory.
 */
final class BodyStream extends InputStream {
  private static final int AHEAD = 8;
  private static final long SECONDS_OF_SILENCE = 60;
  private static final Buffer END = Buffer.buffer();
  private static final Buffer CUT = Buffer.buffer();

  private final HttpServerRequest request;
  private final Context loop;
  private final LinkedBlockingQueue<Buffer> parts = new LinkedBlockingQueue<>();
  private @Nullable Buffer part;
  private int taken;

  private BodyStream(HttpServerRequest request, Context loop) {
    this.request = request;
    this.loop = loop;
  }

  /** Begins on the event loop of the request. */
  static BodyStream of(HttpServerRequest request) {
    BodyStream stream = new BodyStream(request, Objects.requireNonNull(Vertx.currentContext()));
    request.handler(stream.parts::add);
    request.endHandler(nothing -> stream.parts.add(END));
    request.exceptionHandler(failure -> stream.parts.add(CUT));
    request.fetch(AHEAD);
    return stream;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Buffer current = part;
    while (current == null || (taken == current.length() && current != END)) {
      current = next();
    }
    if (current == END) {
      return -1;
    }
    int read = Math.min(length, current.length() - taken);
    current.getBytes(taken, taken + read, into, offset);
    taken += read;
    return read;
  }

  private Buffer next() throws IOException {
    try {
      Buffer next = parts.poll(SECONDS_OF_SILENCE, TimeUnit.SECONDS);
      if (next == null || next == CUT) {
        parts.add(CUT);
        throw new IOException("the body ends too early");
      }
      part = next;
      taken = 0;
      loop.runOnContext(nothing -> request.fetch(1));
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("nobody waits for the body any more", e);
    }
  }

  /** Whoever reads it hears that nothing more comes. */
  @Override
  public void close() {
    parts.add(CUT);
  }

  /** Whether all of it has been read. */
  boolean isRead() {
    return part == END;
  }
}
