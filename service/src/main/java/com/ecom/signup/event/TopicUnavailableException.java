package com.ecom.signup.event;

import org.jspecify.annotations.Nullable;

/** The topic as a whole takes nothing just now; no single event is to blame. */
public final class TopicUnavailableException extends RuntimeException {
  private final String reason;

  /**
   * @param reason a code, safe to log
   */
  public TopicUnavailableException(String reason, @Nullable Throwable cause) {
    super("the topic is unavailable: " + reason, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
