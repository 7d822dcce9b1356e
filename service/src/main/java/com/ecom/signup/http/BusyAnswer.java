package com.ecom.signup.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * How the clients of a route are told that too many wait, where there is no response of the
 * framework to write it to.
 */
@FunctionalInterface
interface BusyAnswer {
  /**
   * What is the same for all who are turned away: the last headers and the body, as bytes.
   *
   * @param languages the request's {@code Accept-Language}
   */
  byte[] rest(@Nullable String languages);

  /**
   * The bytes of headers and a body.
   *
   * @param headers lines, each with its end
   */
  static byte[] rest(String headers, CharSequence type, Buffer body) {
    String head =
        "%scontent-type: %s\r\ncontent-length: %d\r\n\r\n".formatted(headers, type, body.length());
    return Buffer.buffer(head.getBytes(ISO_8859_1)).appendBuffer(body).getBytes();
  }
}
