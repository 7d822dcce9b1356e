package com.ecom.signup.customer;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * What stands before the @ of an address: a dot-atom of RFC 5322, 3.2.3, with the characters beyond
 * ASCII of RFC 6531, 3.3. The quoted form is legal too, but RFC 5321, 4.1.2, advises against
 * needing it, and many mailers cannot send there.
 */
final class LocalPart {

  /** RFC 5321, 4.5.3.1.1. */
  private static final int MOST_OCTETS = 64;

  private static final String SPECIAL_ATEXT = "!#$%&'*+-/=?^_`{|}~";
  private static final boolean[] ATEXT = atext();

  private LocalPart() {}

  /**
   * The same text for every spelling of the same letters (NFKC_Casefold of Unicode, 3.13). RFC
   * 5321, 2.4, leaves case to the host, but no provider of mail that people use tells two mailboxes
   * apart by it. Dots, and what follows a +, do tell them apart at many, so they stay.
   *
   * <p>What is folded has to keep the rules: a fullwidth ＠ or comma becomes an ASCII one, which
   * would make an address that means another mailbox, or a list of two, to whoever reads the key.
   */
  static Parsed<String> canonical(String typed) {
    Parsed<String> checked = check(typed);
    return Ascii.isPrintable(typed)
        ? checked.then(text -> new Parsed.Valid<>(text.toLowerCase(Locale.ROOT)))
        : checked.then(text -> check(CaseFolding.NFKC.normalize(text)));
  }

  private static Parsed<String> check(String text) {
    if (text.startsWith("\"")) {
      return new Parsed.Broken<>(Rule.EMAIL_QUOTED);
    }
    if (!isDotAtom(text)) {
      return new Parsed.Broken<>(Rule.EMAIL_LOCAL_PART);
    }
    return Ascii.octets(text) > MOST_OCTETS
        ? new Parsed.Broken<>(Rule.EMAIL_LOCAL_PART_TOO_LONG)
        : new Parsed.Valid<>(text);
  }

  private static boolean isDotAtom(String text) {
    char last = '.';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' ? last == '.' : !isAtext(c)) {
        return false;
      }
      last = c;
    }
    return last != '.';
  }

  private static boolean isAtext(char c) {
    return c < ATEXT.length ? ATEXT[c] : !CodePoints.isWhiteSpace(c);
  }

  private static boolean[] atext() {
    var atext = new boolean[128];
    for (int c = 0; c < atext.length; c++) {
      atext[c] = Character.isLetterOrDigit(c) || SPECIAL_ATEXT.indexOf(c) >= 0;
    }
    return atext;
  }

  /** Loaded by the first local part beyond ASCII. */
  private static final class CaseFolding {
    static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();
  }
}
