package com.ecom.signup.consent;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What a consent rests on (CASL, S.C. 2010, c. 23, section 10). Consent that somebody gave lasts
 * until it is withdrawn; consent that follows from doing business with the shop runs out.
 */
public enum Basis {
  EXPRESS("express", OptionalInt.empty()),
  /** Section 10(10)(e). */
  IMPLIED_INQUIRY("implied-inquiry", OptionalInt.of(6)),
  /** Section 10(10)(a). */
  IMPLIED_PURCHASE("implied-purchase", OptionalInt.of(24));

  private final String key;
  private final OptionalInt months;

  Basis(String key, OptionalInt months) {
    this.key = key;
    this.months = months;
  }

  /** As it is stored and published. */
  public String key() {
    return key;
  }

  /** How long it lasts; empty for what does not run out. */
  OptionalInt months() {
    return months;
  }

  static Basis ofKey(String key) {
    return Arrays.stream(values()).filter(basis -> basis.key.equals(key)).findFirst().orElseThrow();
  }
}
