package com.ecom.signup.http;

import java.util.function.Consumer;

/**
 * A file that is written while it is sent.
 *
 * @param writing tells its text, part by part
 */
record Download(String mediaType, String fileName, Writing writing) {
  /** Writes to somebody, who may be slow. */
  @FunctionalInterface
  interface Writing {
    void to(Consumer<String> out);
  }
}
