package com.ecom.signup.customer;

import org.jspecify.annotations.Nullable;

/**
 * A Canadian postal code as Canada Post writes it: {@code M5V 2T6}. What people commonly get wrong
 * and what has one reading only is repaired: case, spaces and hyphens, and an O or I (or l) in the
 * place of a digit. A 0 in the place of a letter has no reading: O is never used.
 */
final class PostalCode {

  private static final int SIGNS = 6;
  private static final String LETTERS = "ABCEGHJKLMNPRSTVWXYZ";
  private static final String FIRST_LETTERS = "ABCEGHJKLMNPRSTVXY";

  private PostalCode() {}

  static Parsed<Spelled> parse(@Nullable String typed) {
    return Text.required(typed, Field.POSTALCODE).then(PostalCode::parseText);
  }

  private static Parsed<Spelled> parseText(String typed) {
    String repaired = repair(typed);
    return repaired == null
        ? new Parsed.Broken<>(Rule.POSTAL_CODE_FORMAT)
        : new Parsed.Valid<>(new Spelled(repaired, typed));
  }

  private static @Nullable String repair(String typed) {
    var code = new StringBuilder(SIGNS + 1);
    int place = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (isSeparator(c)) {
        continue;
      }
      char sign = sign(c, place++);
      if (sign == 0) {
        return null;
      }
      code.append(sign);
    }
    return place == SIGNS ? code.insert(3, ' ').toString() : null;
  }

  private static boolean isSeparator(char c) {
    return CodePoints.isWhiteSpace(c) || Character.getType(c) == Character.DASH_PUNCTUATION;
  }

  /** The sign that is meant at this place, or 0 for none. */
  private static char sign(char c, int place) {
    return place % 2 == 1 ? digit(c) : letter(c, place == 0 ? FIRST_LETTERS : LETTERS);
  }

  private static char digit(char c) {
    return switch (c) {
      case 'O', 'o' -> '0';
      case 'I', 'i', 'l' -> '1';
      default -> Ascii.isDigit(c) ? c : 0;
    };
  }

  private static char letter(char c, String possible) {
    char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    return possible.indexOf(upper) >= 0 ? upper : 0;
  }
}
