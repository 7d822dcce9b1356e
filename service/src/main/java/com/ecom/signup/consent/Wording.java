package com.ecom.signup.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What somebody is asked to agree to, word by word.
 *
 * @param version counts the wordings of a purpose from 1, the same in every language
 * @param hash SHA-256 of the text in UTF-8, in hexadecimal
 */
public record Wording(String purpose, int version, String language, String text, String hash) {

  static Wording of(String purpose, int version, String language, String text) {
    return new Wording(purpose, version, language, text, sha256(text));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
