package com.ecom.signup.idempotency;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header {@code Idempotency-Key} says (draft-ietf-httpapi-idempotency-key-header, section
 * 2.1): a string of a structured field (RFC 9651, section 3.3.3). The same without quotes is read
 * too, as that is what many clients send.
 */
public sealed interface IdempotencyKey {
  /** There is no such header. */
  record Absent() implements IdempotencyKey {}

  /** There are several, or it has no valid form. */
  record Invalid() implements IdempotencyKey {}

  /** A key, without its quotes. */
  record Given(String value) implements IdempotencyKey {
    @Override
    public String toString() {
      return "Given[***]";
    }
  }

  /** Reads all headers of that name. */
  static IdempotencyKey read(List<String> headers) {
    if (headers.isEmpty()) {
      return new Absent();
    }
    Matcher form = Form.PATTERN.matcher(headers.getFirst().strip());
    if (headers.size() > 1 || !form.matches()) {
      return new Invalid();
    }
    String bare = form.group("bare");
    String key = bare == null ? form.group("quoted").replaceAll("\\\\(.)", "$1") : bare;
    return key.length() > Form.LONGEST ? new Invalid() : new Given(key);
  }

  /** How keys are written. */
  final class Form {
    private static final int LONGEST = 255;
    private static final Pattern PATTERN =
        Pattern.compile(
            "\"(?<quoted>(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,510})\"|(?<bare>[!#-+\\--~]{1,255})");

    private Form() {}
  }
}
