package com.ecom.signup.transfer;

import com.ecom.signup.customer.Violation;
import com.ecom.signup.template.Language;
import java.util.Locale;

/**
 * One thing wrong with a row.
 *
 * @param field the column; empty where it is the row as a whole
 * @param rule that is broken, its name for programs
 * @param message what is expected, in English; never what was there
 */
public record Fault(String field, String rule, String message) {
  static Fault of(Violation violation) {
    return new Fault(
        Column.of(violation.field()),
        violation.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        violation.message());
  }

  static Fault of(String field, Flaw flaw) {
    return new Fault(field, flaw.code(), flaw.message(Language.ENGLISH));
  }

  /** As it stands in a file of refused rows. */
  String written() {
    return (field.isEmpty() ? "" : field + ": ") + rule + " (" + message + ")";
  }
}
