package com.ecom.signup.customer;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands after the @ of an address: a host name in the preferred syntax of RFC 1035, 2.3.1, as
 * RFC 1123, 2.1, relaxes it, of two labels or more. Address literals are for debugging mail (RFC
 * 5321, 4.1.3), not a place to reach people.
 */
final class MailDomain {

  /** RFC 1035, 2.3.4. That a domain has at most 255 follows from the limit of the address. */
  private static final int MOST_OCTETS_OF_LABEL = 63;

  private static final String A_LABEL = "xn--";

  private MailDomain() {}

  /** In A-labels (RFC 5890, 2.3.2.1) and lower case. */
  static Parsed<String> canonical(String typed) {
    if (typed.startsWith("[")) {
      return new Parsed.Broken<>(Rule.EMAIL_ADDRESS_LITERAL);
    }
    String ascii = isInternational(typed) ? toAscii(typed) : typed.toLowerCase(Locale.ROOT);
    return ascii == null || !isHostName(ascii)
        ? new Parsed.Broken<>(Rule.EMAIL_DOMAIN)
        : new Parsed.Valid<>(ascii);
  }

  /** What looks like an A-label already is looked into: it may decode to nothing. */
  private static boolean isInternational(String typed) {
    return !Ascii.isPrintable(typed) || typed.toLowerCase(Locale.ROOT).contains(A_LABEL);
  }

  /**
   * UTS #46, non-transitional, that is as IDNA2008 registers names: {@code ß} stays a letter of its
   * own; fullwidth letters and dots become plain ones.
   */
  private static @Nullable String toAscii(String typed) {
    var info = new IDNA.Info();
    StringBuilder ascii = Uts46.MAPPING.nameToASCII(typed, new StringBuilder(), info);
    return info.hasErrors() ? null : ascii.toString();
  }

  private static boolean isHostName(String domain) {
    int start = 0;
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', start)) {
      if (!isLabel(domain, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return start > 0 && isLabel(domain, start, domain.length()) && !isNumber(domain, start);
  }

  private static boolean isLabel(String domain, int start, int end) {
    if (start == end || end - start > MOST_OCTETS_OF_LABEL) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = domain.charAt(i);
      if ((c < 'a' || c > 'z') && !Ascii.isDigit(c) && c != '-') {
        return false;
      }
    }
    return domain.charAt(start) != '-' && domain.charAt(end - 1) != '-';
  }

  /** A last label of digits alone makes a network address (RFC 3696, 2). */
  private static boolean isNumber(String domain, int start) {
    for (int i = start; i < domain.length(); i++) {
      if (!Ascii.isDigit(domain.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Loaded by the first international domain. */
  private static final class Uts46 {
    static final IDNA MAPPING =
        IDNA.getUTS46Instance(
            IDNA.USE_STD3_RULES
                | IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.CHECK_CONTEXTO
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);
  }
}
