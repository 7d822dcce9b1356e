package com.ecom.signup.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients are watched. */
@ConfigMapping(prefix = "signup.http")
interface HttpSettings {
  /**
   * The longest from the first byte of a request to the first of its answer, and from the first
   * byte of an answer that waits to be read to its last, save that each 64 KiB begin the time anew;
   * a client that takes longer is cut off. More than any answer needs.
   */
  @WithDefault("30s")
  Duration clientPatience();

  /** Whether each request gets a line in the log. */
  @WithDefault("false")
  boolean accessLog();
}
