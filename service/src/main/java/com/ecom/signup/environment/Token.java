package com.ecom.signup.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A secret that callers prove themselves with; it shows itself to nobody. */
public final class Token {
  private final byte[] hash;

  Token(String value) {
    hash = hash(value);
  }

  /** Whether this is it; takes the same time whatever is wrong with it. */
  public boolean is(String presented) {
    return MessageDigest.isEqual(hash, hash(presented));
  }

  /** A key made of it, for what is to end when another takes its place. */
  public byte[] key() {
    return hash.clone();
  }

  private static byte[] hash(String value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Token[***]";
  }
}
