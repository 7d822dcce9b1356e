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

  /**
   * How long requests may wait before they are read; while they wait longer, and come on more than
   * 256 connections, only a share of the calls that register or look up is taken, the others get
   * 503. On new connections they get it while more than 64 wait to be let in and the first of them
   * has waited so long. More than a quarter of a CPU pauses for between its turns (75 ms).
   */
  @WithDefault("250ms")
  Duration unreadTime();

  /** Whether each request gets a line in the log. */
  @WithDefault("false")
  boolean accessLog();
}
