package com.ecom.signup.abuse;

import java.time.Duration;

/** What is to become of an attempt. */
public sealed interface Verdict {
  /** It may register. */
  record Pass() implements Verdict {}

  /** It may register, but nothing is to be sent until a person has looked at it. */
  record Quarantine() implements Verdict {}

  /**
   * There were too many of this client, or of this address; the caller need not know which.
   *
   * @param retryAfter how long until one more may come
   */
  record TooMany(Duration retryAfter) implements Verdict {}

  /** It does not register. */
  record Refused(Reason reason) implements Verdict {}

  /** Why an attempt is refused. */
  enum Reason {
    /** A field that no person sees was filled in. */
    HONEYPOT("honeypot"),

    /** The form came back sooner than a person can fill it in. */
    TOO_FAST("too-fast"),

    /** The form was not handed out here, or too long ago, or its work is not done. */
    CHALLENGE("challenge"),

    /** The address is of a domain whose addresses are thrown away. */
    DISPOSABLE("disposable");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** As it is counted. */
    public String code() {
      return code;
    }
  }
}
