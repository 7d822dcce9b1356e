package com.ecom.signup.access;

import com.ecom.signup.token.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as it is written: a prefix and a checksum around a secret, so that scanners find one
 * that got into a repository or a log, and nothing else looks like it.
 */
final class KeyText {
  private static final String PREFIX = "ecomreg_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "([A-Za-z0-9_-]{43})([0-9a-f]{8})");

  private KeyText() {}

  static String of(Secret secret) {
    return PREFIX + secret.value() + checksum(secret.value());
  }

  /** The secret in it; empty if it is no key that was ever made. */
  static Optional<Secret> read(String text) {
    Matcher key = FORM.matcher(text);
    return key.matches() && checksum(key.group(1)).equals(key.group(2))
        ? Optional.of(new Secret(key.group(1)))
        : Optional.empty();
  }

  private static String checksum(String secret) {
    CRC32 sum = new CRC32();
    sum.update(secret.getBytes(StandardCharsets.US_ASCII));
    return "%08x".formatted(sum.getValue());
  }
}
