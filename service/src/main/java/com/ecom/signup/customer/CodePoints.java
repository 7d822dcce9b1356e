package com.ecom.signup.customer;

/** What single characters mean for text on one line. */
final class CodePoints {

  private CodePoints() {}

  /**
   * Unicode's property White_Space (UAX #44). Java's own {@code isWhitespace} leaves out the
   * no-break spaces, which people paste in.
   */
  static boolean isWhiteSpace(int c) {
    return switch (c) {
      case ' ', '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' ->
          true;
      default -> (c >= '\t' && c <= '\r') || (c >= '\u2000' && c <= '\u200A');
    };
  }

  /**
   * NUL and lone surrogates have no place in a text of PostgreSQL. Noncharacters (Unicode 23.7) are
   * not for interchange, and SQS refuses a message that holds one.
   */
  static boolean isNoText(int c) {
    return c == 0
        || (c >= 0xD800 && c <= 0xDFFF)
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c & 0xFFFE) == 0xFFFE;
  }

  /**
   * Controls, line and paragraph separators, and the explicit embeddings, overrides and isolates of
   * the bidirectional algorithm (UAX #9, 2): these reach beyond the value and can reverse the page,
   * the mail or the log line around it (CVE-2021-42574), and no name needs them. The marks (LRM,
   * RLM) and the joiners stay: Hebrew, Persian and emoji use them.
   */
  static boolean isControl(int c) {
    return Character.getType(c) == Character.CONTROL
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** Whether a reader sees something: a value of spaces, joiners and fillers alone is blank. */
  static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> c != '\u115F' && c != '\u1160' && c != '\u2800' && c != '\u3164' && c != '\uFFA0';
    };
  }
}
