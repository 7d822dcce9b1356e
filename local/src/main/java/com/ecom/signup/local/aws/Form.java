package com.ecom.signup.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form-encoded request, as the AWS query protocol numbers them.
 *
 * <p>Decoded by hand: a batch has 300 fields, and the JDK's decoder took most of its time.
 */
final class Form {

  private final Map<String, String> fields;
  private final String prefix;

  private Form(Map<String, String> fields, String prefix) {
    this.fields = fields;
    this.prefix = prefix;
  }

  static Form parse(byte[] body) {
    Map<String, String> fields = HashMap.newHashMap(256);
    byte[] decoded = new byte[body.length];
    int length = 0;
    String name = null;
    for (int i = 0; i <= body.length; i++) {
      byte b = i == body.length ? (byte) '&' : body[i];
      if (b == '=' && name == null) {
        name = new String(decoded, 0, length, UTF_8);
        length = 0;
      } else if (b == '&') {
        if (name != null) {
          fields.put(name, new String(decoded, 0, length, UTF_8));
        }
        name = null;
        length = 0;
      } else if (b == '%') {
        decoded[length++] = escaped(body, i);
        i += 2;
      } else {
        decoded[length++] = b == '+' ? (byte) ' ' : b;
      }
    }
    return new Form(fields, "");
  }

  private static byte escaped(byte[] body, int at) {
    int high = at + 2 < body.length ? Character.digit(body[at + 1], 16) : -1;
    int low = at + 2 < body.length ? Character.digit(body[at + 2], 16) : -1;
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
