package com.ecom.signup.consent;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said of a purpose, or did that the law takes for consent.
 *
 * @param basis null when it is a withdrawal
 * @param wording what was agreed to; there when the basis is express
 * @param language null when nobody knows it
 * @param occurredAt null for now; a time that is still to come counts as now
 */
public record Statement(
    String purpose,
    Act act,
    @Nullable Basis basis,
    @Nullable Wording wording,
    @Nullable String language,
    Origin origin,
    @Nullable Instant occurredAt) {

  /** What was done. */
  public enum Act {
    /** Given, but the address is still to be confirmed. */
    ASKED,
    GRANTED,
    /** The address is confirmed, and with it what was asked. */
    CONFIRMED,
    WITHDRAWN;

    /** As it is stored. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Act ofKey(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /** Somebody agreed to these words, and nothing else is needed. */
  public static Statement granted(Wording wording, Origin origin) {
    return express(Act.GRANTED, wording, origin, null);
  }

  /** Somebody agreed to these words then; for consent that was given elsewhere. */
  public static Statement granted(Wording wording, Origin origin, Instant then) {
    return express(Act.GRANTED, wording, origin, then);
  }

  /** Somebody agreed to these words, and is yet to show that the address is theirs. */
  public static Statement asked(Wording wording, Origin origin) {
    return express(Act.ASKED, wording, origin, null);
  }

  /**
   * Somebody bought or inquired.
   *
   * @throws IllegalArgumentException if nothing is implied by that basis
   */
  public static Statement implied(Basis basis, String purpose, Origin origin, Instant then) {
    if (basis.months().isEmpty()) {
      throw new IllegalArgumentException("the basis is " + basis.key() + "; expected an implied");
    }
    return new Statement(purpose, Act.GRANTED, basis, null, null, origin, then);
  }

  static Statement confirmed(Wording wording, Origin origin) {
    return express(Act.CONFIRMED, wording, origin, null);
  }

  static Statement withdrawn(String purpose, Origin origin) {
    return new Statement(purpose, Act.WITHDRAWN, null, null, null, origin, null);
  }

  private static Statement express(
      Act act, Wording wording, Origin origin, @Nullable Instant occurredAt) {
    return new Statement(
        wording.purpose(), act, Basis.EXPRESS, wording, wording.language(), origin, occurredAt);
  }

  boolean isImplied() {
    return basis != null && basis.months().isPresent();
  }

  /** Whether it is a consent that nothing but a withdrawal ends. */
  boolean isExpressGrant() {
    return basis == Basis.EXPRESS && act != Act.ASKED;
  }
}
