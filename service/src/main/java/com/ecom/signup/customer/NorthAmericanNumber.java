package com.ecom.signup.customer;

/**
 * Reads a plainly written number of the North American plan, which is what nearly every form holds,
 * without the dozen regular expressions that parsing any number of the world takes. Whether the
 * number exists is not known here.
 */
final class NorthAmericanNumber {

  static final int COUNTRY_CODE = 1;

  /** Anything else: let libphonenumber have a look. */
  static final long NONE = -1;

  private static final long LEAST = 200_000_0000L;
  private static final long MOST = 999_999_9999L;
  private static final long LEADING_ONE = 1_000_000_0000L;
  private static final int DIGITS = 10;

  private NorthAmericanNumber() {}

  /** Ten digits that do not begin with 0 or 1, after an optional 1 or +1; or {@link #NONE}. */
  static long read(String typed, String country) {
    boolean international = typed.startsWith("+");
    if (!international && !country.equals("CA") && !country.equals("US")) {
      return NONE;
    }
    long number = 0;
    int digits = 0;
    for (int i = international ? 1 : 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (Ascii.isDigit(c) && digits++ <= DIGITS) {
        number = number * 10 + (c - '0');
      } else if (!isPunctuation(c)) {
        return NONE;
      }
    }
    return national(number, digits, international);
  }

  private static long national(long number, int digits, boolean international) {
    boolean withOne = digits == DIGITS + 1 && number / LEADING_ONE == COUNTRY_CODE;
    if (!withOne && (international || digits != DIGITS)) {
      return NONE;
    }
    long national = number % LEADING_ONE;
    return national >= LEAST && national <= MOST ? national : NONE;
  }

  private static boolean isPunctuation(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
  }
}
