package com.ecom.signup.customer;

import org.jspecify.annotations.Nullable;

/**
 * A phone number that the numbering plan of its country knows.
 *
 * @param typed as typed, trimmed and in NFC, with its extension if it has one
 * @param e164 as ITU-T E.164 writes it, {@code +14165550123}, without the extension
 */
public record PhoneNumber(String typed, String e164) {

  /**
   * @param country ISO 3166-1 alpha-2: where a number without its country's code is dialled
   */
  static Parsed<PhoneNumber> parse(@Nullable String typed, String country) {
    return Text.required(typed, Field.PHONE).then(text -> parseText(text, country));
  }

  /** In a form that is refused for its country anyway. */
  static Parsed<PhoneNumber> unjudged(String typed) {
    return new Parsed.Valid<>(new PhoneNumber(typed, ""));
  }

  private static Parsed<PhoneNumber> parseText(String typed, String country) {
    String e164 = NumberingPlan.e164(typed, country);
    return e164 == null
        ? new Parsed.Broken<>(Rule.PHONE_NUMBER)
        : new Parsed.Valid<>(new PhoneNumber(typed, e164));
  }

  @Override
  public String toString() {
    return "PhoneNumber[***]";
  }
}
