package com.ecom.signup.http;

import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import java.text.NumberFormat;
import java.time.Duration;

/** Numbers as people at the console read them. */
record Figures(Language language) {
  private static final String UNKNOWN = "–";

  String count(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** One that is counted up to a bound only. */
  String count(double number, int bound) {
    return Double.isNaN(number)
        ? UNKNOWN
        : count(Math.round(number)) + (number >= bound ? "+" : "");
  }

  /** With so many digits after the point at most. */
  String number(double number, int digits) {
    if (Double.isNaN(number)) {
      return UNKNOWN;
    }
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  /** A number of bytes. */
  String bytes(long number) {
    return number < 1_000_000
        ? number(number / 1000.0, 1) + " kB"
        : number(number / 1_000_000.0, 1) + " MB";
  }

  /** A span in the largest unit of which there are two. */
  String span(double seconds) {
    if (Double.isNaN(seconds)) {
      return UNKNOWN;
    }
    Duration span = Duration.ofMillis(Math.round(seconds * 1000));
    String key;
    long amount;
    if (span.toMinutes() < 2) {
      key = "span_seconds";
      amount = span.toSeconds();
    } else if (span.toHours() < 2) {
      key = "span_minutes";
      amount = span.toMinutes();
    } else if (span.toDays() < 2) {
      key = "span_hours";
      amount = span.toHours();
    } else {
      key = "span_days";
      amount = span.toDays();
    }
    return Texts.in(language).get(key, amount);
  }
}
