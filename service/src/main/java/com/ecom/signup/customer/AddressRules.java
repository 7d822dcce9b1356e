package com.ecom.signup.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that depend on the country. Canada's are known; elsewhere many addresses have neither
 * province nor postal code, so both are free.
 */
record AddressRules(String country) {

  /** CLDR's code for an unknown region. */
  private static final String UNKNOWN = "ZZ";

  /** A country that is refused decides nothing: one mistake is not reported three times. */
  static AddressRules of(Parsed<String> country) {
    return new AddressRules(country instanceof Parsed.Valid(var code) ? code : UNKNOWN);
  }

  /** Without a country any text may be a number: it is judged once the country is right. */
  Parsed<PhoneNumber> phone(@Nullable String typed) {
    return country.equals(UNKNOWN)
        ? Text.required(typed, Field.PHONE).then(PhoneNumber::unjudged)
        : PhoneNumber.parse(typed, country);
  }

  Parsed<Spelled> province(@Nullable String typed) {
    return isCanada()
        ? Province.parse(typed)
        : Text.optional(typed, Field.PROVINCE).then(Spelled::free);
  }

  Parsed<Spelled> postalCode(@Nullable String typed) {
    return isCanada()
        ? PostalCode.parse(typed)
        : Text.optional(typed, Field.POSTALCODE).then(Spelled::free);
  }

  static List<Violation> warnings(CustomerDetails details) {
    boolean plausible =
        !details.country().equals(Country.CANADA)
            || Province.valueOf(details.province()).uses(details.postalCode());
    return plausible ? List.of() : List.of(Rule.POSTAL_CODE_PROVINCE.brokenBy(Field.POSTALCODE));
  }

  private boolean isCanada() {
    return country.equals(Country.CANADA);
  }
}
