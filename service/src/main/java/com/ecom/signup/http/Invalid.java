package com.ecom.signup.http;

import com.ecom.signup.customer.Rule;
import java.util.Locale;

/**
 * One thing wrong with a request.
 *
 * @param place of a member of the body as a JSON Pointer in a fragment (RFC 6901, section 6), of a
 *     parameter its name
 * @param code of the rule that is broken
 * @param detail what is expected, never what was sent
 */
record Invalid(String place, String code, String detail) {
  static Invalid member(String name, String code, String detail) {
    return new Invalid("#/" + name.replace("~", "~0").replace("/", "~1"), code, detail);
  }

  static Invalid member(String name, Rule rule, String detail) {
    return member(name, rule.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail);
  }
}
