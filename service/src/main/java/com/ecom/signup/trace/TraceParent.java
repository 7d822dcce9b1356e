package com.ecom.signup.trace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a distributed trace, as the {@code traceparent} of W3C Trace Context.
 *
 * @param traceId 32 hexadecimal digits in lower case
 * @param spanId 16 of them
 * @param flags two of them
 */
public record TraceParent(String traceId, String spanId, String flags) {
  /** How long its text is. */
  private static final int LENGTH = 55;

  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * Reads a header or what {@link #toString} gave. A later version may have more behind, which is
   * left away (section 4.3).
   *
   * @return null if it is none
   */
  public static @Nullable TraceParent read(@Nullable String text) {
    if (text == null || text.length() < LENGTH) {
      return null;
    }
    boolean more = text.length() > LENGTH;
    if (more && (text.startsWith("00") || text.charAt(LENGTH) != '-')) {
      return null;
    }
    String known = text.substring(0, LENGTH);
    return FORM.matcher(known).matches()
        ? new TraceParent(known.substring(3, 35), known.substring(36, 52), known.substring(53))
        : null;
  }

  /** Whether whoever began the trace keeps it. */
  public boolean isSampled() {
    return (Character.digit(flags.charAt(1), 16) & 1) == 1;
  }

  /** The header, in version 00. */
  @Override
  public String toString() {
    return "00-" + traceId + '-' + spanId + '-' + flags;
  }
}
