package com.ecom.signup.local.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form-encoded request, as the AWS query protocol numbers them.
 *
 * <p>Decoded by hand: a batch has 300 fields, and the JDK's decoder took most of its time. Most of
 * them have nothing to decode, which the search for a character in a string finds out fast.
 */
final class Form {

  private final Map<String, String> fields;
  private final String prefix;

  private Form(Map<String, String> fields, String prefix) {
    this.fields = fields;
    this.prefix = prefix;
  }

  /**
   * @throws AwsError if an escape is none
   */
  static Form parse(byte[] body) {
    Map<String, String> fields = HashMap.newHashMap(512);
    String text = new String(body, ISO_8859_1);
    int from = 0;
    while (from < text.length()) {
      int found = text.indexOf('&', from);
      int end = found < 0 ? text.length() : found;
      int equals = text.indexOf('=', from, end);
      if (equals >= 0) {
        fields.put(decoded(body, text, from, equals), decoded(body, text, equals + 1, end));
      }
      from = end + 1;
    }
    return new Form(fields, "");
  }

  /**
   * @param text the same bytes, to search in
   */
  private static String decoded(byte[] body, String text, int from, int end) {
    if (text.indexOf('%', from, end) < 0 && text.indexOf('+', from, end) < 0) {
      return new String(body, from, end - from, UTF_8);
    }
    byte[] decoded = new byte[end - from];
    int length = 0;
    for (int i = from; i < end; i++) {
      byte b = body[i];
      if (b == '%') {
        decoded[length++] = escaped(body, i, end);
        i += 2;
      } else {
        decoded[length++] = b == '+' ? (byte) ' ' : b;
      }
    }
    return new String(decoded, 0, length, UTF_8);
  }

  private static byte escaped(byte[] body, int at, int end) {
    int high = at + 2 < end ? Character.digit(body[at + 1], 16) : -1;
    int low = at + 2 < end ? Character.digit(body[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw new AwsError(400, "MalformedQueryString", "The query string has a syntax error.");
    }
    return (byte) (high << 4 | low);
  }

  @Nullable String get(String name) {
    return fields.get(prefix + name);
  }

  String text(String name) {
    String value = get(name);
    return value == null ? "" : value;
  }

  boolean has(String name) {
    return fields.containsKey(prefix + name);
  }

  /** The fields below a name, such as the third entry of a list. */
  Form below(String name) {
    return new Form(fields, prefix + name + ".");
  }
}
