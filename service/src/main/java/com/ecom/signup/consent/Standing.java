package com.ecom.signup.consent;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one customer and one purpose at one time.
 *
 * @param basis null when there is no consent to speak of
 * @param since when what counts was said
 * @param expiresAt null for what does not run out
 * @param wordingVersion of the words that were agreed to, if any were
 */
public record Standing(
    String purpose,
    State state,
    @Nullable Basis basis,
    @Nullable Instant since,
    @Nullable Instant expiresAt,
    @Nullable Integer wordingVersion,
    @Nullable String language) {

  /** What it comes to. */
  public enum State {
    GRANTED,
    /** Given, but the address is still to be confirmed. */
    ASKED,
    WITHDRAWN,
    EXPIRED,
    /** Nothing was ever said. */
    NONE;

    /** As it is published. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the first thing that somebody says comes to. */
  public static Standing ofFirst(Statement statement, Instant at) {
    Wording wording = statement.wording();
    return new Standing(
        statement.purpose(),
        statement.act() == Statement.Act.ASKED ? State.ASKED : State.GRANTED,
        statement.basis(),
        at,
        null,
        wording == null ? null : wording.version(),
        statement.language());
  }

  static Standing none(String purpose) {
    return new Standing(purpose, State.NONE, null, null, null, null, null);
  }

  /** Whether the law lets the shop send advertising (CASL section 6(1)). */
  public boolean mayAdvertise() {
    return state == State.GRANTED;
  }
}
