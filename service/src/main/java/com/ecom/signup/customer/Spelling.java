package com.ecom.signup.customer;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a name of a place when case, accents and punctuation do not count. */
final class Spelling {

  private Spelling() {}

  /** {@code Île-du-Prince-Édouard} is {@code ILEDUPRINCEEDOUARD}, {@code B.C.} is {@code BC}. */
  static String bare(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    var letters = new StringBuilder(decomposed.length());
    decomposed.codePoints().filter(c -> !isOrnament(c)).forEach(letters::appendCodePoint);
    return letters.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean isOrnament(int c) {
    return switch (c) {
      case '.', ',', '\'', '\u2019', '&', '(', ')' -> true;
      default ->
          CodePoints.isWhiteSpace(c)
              || Character.getType(c) == Character.DASH_PUNCTUATION
              || Character.getType(c) == Character.NON_SPACING_MARK;
    };
  }
}
