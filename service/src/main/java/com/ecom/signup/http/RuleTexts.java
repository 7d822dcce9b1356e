package com.ecom.signup.http;

import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Rule;
import com.ecom.signup.customer.Violation;
import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import java.util.Locale;

/** What people are told of a rule that a value breaks. */
final class RuleTexts {
  private RuleTexts() {}

  /** A sentence that stands alone, without a full stop. */
  static String message(Violation violation, Language language) {
    Texts texts = Texts.in(language);
    Field field = violation.field();
    String key = "rule_" + shown(violation.rule()).name().toLowerCase(Locale.ROOT);
    String ofField = key + "_" + field.key();
    return texts.get(texts.has(ofField) ? ofField : key, label(field, language), field.limit());
  }

  /** What a program is told: in English, the words that programs were always told. */
  static String detail(Violation violation, Language language) {
    return language == Language.ENGLISH ? violation.message() : message(violation, language);
  }

  /** What a field is called. */
  static String label(Field field, Language language) {
    return Texts.in(language).get("field_" + field.key());
  }

  /** Whoever looks at a form sees nothing typed, whether nothing or blanks were sent. */
  private static Rule shown(Rule rule) {
    return rule == Rule.BLANK ? Rule.MISSING : rule;
  }
}
