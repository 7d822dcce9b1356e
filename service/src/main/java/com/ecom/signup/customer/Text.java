package com.ecom.signup.customer;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * One line of text: trimmed, in Unicode's form NFC (UAX #15), otherwise as typed. Nothing is
 * capitalised, escaped or stripped: {@code <b>} and {@code O'Brien} are names here, and whoever
 * writes HTML or SQL encodes.
 */
final class Text {

  /**
   * Composition makes at most one code point of four, and a code point has at most two UTF-16
   * units. What is longer than eight times its limit is refused unread: it cannot fit.
   */
  private static final int UNITS_PER_CODE_POINT = 8;

  /** Below the first combining mark, everything is in NFC already. */
  private static final int FIRST_COMBINING = 0x300;

  private Text() {}

  static Parsed<String> required(@Nullable String typed, Field field) {
    if (typed == null) {
      return new Parsed.Broken<>(Rule.MISSING);
    }
    String text = trim(typed);
    return text.isEmpty() ? new Parsed.Broken<>(Rule.BLANK) : check(text, field);
  }

  /** Absent and blank are both the empty text. */
  static Parsed<String> optional(@Nullable String typed, Field field) {
    String text = typed == null ? "" : trim(typed);
    return text.isEmpty() ? new Parsed.Valid<>("") : check(text, field);
  }

  private static String trim(String typed) {
    int start = 0;
    int end = typed.length();
    while (start < end && CodePoints.isWhiteSpace(typed.charAt(start))) {
      start++;
    }
    while (start < end && CodePoints.isWhiteSpace(typed.charAt(end - 1))) {
      end--;
    }
    return typed.substring(start, end);
  }

  private static Parsed<String> check(String text, Field field) {
    if (text.length() > UNITS_PER_CODE_POINT * field.limit()) {
      return new Parsed.Broken<>(Rule.TOO_LONG);
    }
    if (Ascii.isPrintable(text)) {
      return text.length() > field.limit()
          ? new Parsed.Broken<>(Rule.TOO_LONG)
          : new Parsed.Valid<>(text);
    }
    return checkUnicode(text, field);
  }

  private static Parsed<String> checkUnicode(String text, Field field) {
    Rule broken = firstBroken(text);
    if (broken != null) {
      return new Parsed.Broken<>(broken);
    }
    String composed = compose(text);
    return composed.codePointCount(0, composed.length()) > field.limit()
        ? new Parsed.Broken<>(Rule.TOO_LONG)
        : new Parsed.Valid<>(composed);
  }

  private static @Nullable Rule firstBroken(String text) {
    boolean visible = false;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (CodePoints.isNoText(c)) {
        return Rule.NOT_TEXT;
      }
      if (CodePoints.isControl(c)) {
        return Rule.CONTROL_CHARACTER;
      }
      visible |= CodePoints.isVisible(c);
    }
    return visible ? null : Rule.BLANK;
  }

  private static String compose(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }
}
