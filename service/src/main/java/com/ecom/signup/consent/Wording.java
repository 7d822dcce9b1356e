package com.ecom.signup.consent;

import com.ecom.signup.token.Hashes;
import java.util.HexFormat;

/**
 * What somebody is asked to agree to, word by word.
 *
 * @param version counts the wordings of a purpose from 1, the same in every language
 * @param hash SHA-256 of the text in UTF-8, in hexadecimal
 */
public record Wording(String purpose, int version, String language, String text, String hash) {

  static Wording of(String purpose, int version, String language, String text) {
    return new Wording(
        purpose, version, language, text, HexFormat.of().formatHex(Hashes.sha256(text)));
  }
}
