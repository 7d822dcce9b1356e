package com.ecom.signup.token;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * 256 random bits that prove something to whoever has them: in a link, or in a cookie. It is stored
 * as a hash only, and as long as it is that its hash needs neither salt nor work.
 *
 * @param value 43 characters of base64url
 */
public record Secret(String value) {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** A new one. */
  public static Secret random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether a text has the form of one. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * What is stored of it. Found by an index: a hash, unlike a secret, may be compared at leisure.
   */
  public byte[] hash() {
    return Hashes.sha256(value);
  }

  /** 128 bits of the same. */
  public UUID shortHash() {
    return Hashes.shortened(hash());
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
