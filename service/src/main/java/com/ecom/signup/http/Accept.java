package com.ecom.signup.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which media types a client would like (RFC 9110, section 12.5.1).
 *
 * @param ranges in any order
 */
record Accept(List<Range> ranges) {
  /**
   * One of them.
   *
   * @param type in lower case, as {@code text/csv}, {@code text/*} or {@code *}{@code /*}
   * @param quality how much, from 0 for not at all to 1
   */
  record Range(String type, double quality) {
    static Range parse(String text) {
      String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
      return new Range(
          parts[0].strip(),
          Arrays.stream(parts).skip(1).mapToDouble(Range::quality).min().orElse(1));
    }

    /** Of parameters that say nothing of it, or nothing that can be read, the most. */
    private static double quality(String parameter) {
      String text = parameter.strip();
      return text.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
          ? Double.parseDouble(text.substring(2))
          : 1;
    }
  }

  /** Reads the header; who sends none takes anything. */
  static Accept of(@Nullable String header) {
    return new Accept(
        header == null ? List.of() : Arrays.stream(header.split(",")).map(Range::parse).toList());
  }

  /** Whether one type is liked better than another. */
  boolean prefers(String type, String other) {
    return quality(type) > quality(other);
  }

  /** By the range that says it most exactly. */
  private double quality(String type) {
    String family = type.substring(0, type.indexOf('/')) + "/*";
    for (String name : List.of(type, family, "*/*")) {
      for (Range range : ranges) {
        if (range.type().equals(name)) {
          return range.quality();
        }
      }
    }
    return 0;
  }
}
