package com.ecom.signup.environment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

  /** HMAC-SHA256 (RFC 2104) by this token: what was made by another is not found by it. */
  public byte[] bind(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(hash, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
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
