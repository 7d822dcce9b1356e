package com.ecom.signup.http;

import com.ecom.signup.customer.Violation;
import java.util.Locale;

/**
 * One thing wrong with a request.
 *
 * @param place of a member of the body as a JSON Pointer in a fragment (RFC 6901, section 6), of a
 *     parameter its name
 * @param code of the rule that is broken
 * @param detail what is expected, never what was sent
 */
record Invalid(String place, String code, Wording detail) {
  static Invalid member(String name, String code, Wording detail) {
    return new Invalid(pointer(name), code, detail);
  }

  static Invalid member(String name, Violation violation) {
    return member(
        name,
        violation.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        language -> RuleTexts.detail(violation, language));
  }

  /** Where a member of the body is. */
  static String pointer(String name) {
    return "#/" + name.replace("~", "~0").replace("/", "~1");
  }
}
