package com.ecom.signup.http;

import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;

/** What is said to a caller, once it is known in which language. */
@FunctionalInterface
interface Wording {
  String in(Language language);

  /** A text by its key. */
  static Wording of(String key, Object... values) {
    return language -> Texts.in(language).get(key, values);
  }
}
