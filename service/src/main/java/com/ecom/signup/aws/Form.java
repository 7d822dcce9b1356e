package com.ecom.signup.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Names and values as {@code application/x-www-form-urlencoded}, in UTF-8 (WHATWG URL Standard,
 * section 5.2).
 */
final class Form {
  private static final String HEX = "0123456789ABCDEF";
  private static final boolean[] PLAIN = plain("*-._");

  private final StringBuilder text;

  /**
   * @param size to expect, in bytes
   */
  Form(int size) {
    text = new StringBuilder(size);
  }

  /** Letters and digits of ASCII, and those. */
  private static boolean[] plain(String others) {
    boolean[] plain = new boolean[128];
    for (char c = 0; c < plain.length; c++) {
      plain[c] = Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
    }
    return plain;
  }

  /**
   * Adds one more.
   *
   * @param name of characters that stand for themselves
   * @param value anything
   */
  Form add(String name, String value) {
    return add("", name, value);
  }

  /**
   * The same with a name of two parts.
   *
   * @param prefix with which several names begin
   */
  Form add(String prefix, String name, String value) {
    if (!text.isEmpty()) {
      text.append('&');
    }
    text.append(prefix).append(name).append('=');
    for (byte b : value.getBytes(UTF_8)) {
      if (b >= 0 && PLAIN[b]) {
        text.append((char) b);
      } else if (b == ' ') {
        text.append('+');
      } else {
        text.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
