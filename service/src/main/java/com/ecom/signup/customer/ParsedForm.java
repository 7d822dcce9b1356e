package com.ecom.signup.customer;

import com.ecom.signup.customer.Parsed.Broken;
import com.ecom.signup.customer.Parsed.Valid;
import java.util.ArrayList;
import java.util.List;

/** Each field of a form on its own: a value, or the rule that it breaks. */
record ParsedForm(
    Parsed<String> firstName,
    Parsed<String> lastName,
    Parsed<EmailAddress> email,
    Parsed<PhoneNumber> phone,
    Parsed<Spelled> province,
    Parsed<String> city,
    Parsed<Spelled> postalCode,
    Parsed<String> country) {

  static ParsedForm of(CustomerForm form) {
    Parsed<String> country = Country.parse(form.country());
    AddressRules rules = AddressRules.of(country);
    return new ParsedForm(
        Text.required(form.firstName(), Field.FIRST_NAME),
        Text.required(form.lastName(), Field.LAST_NAME),
        EmailAddress.parse(form.emailId()),
        rules.phone(form.phone()),
        rules.province(form.province()),
        Text.required(form.city(), Field.CITY),
        rules.postalCode(form.postalcode()),
        country);
  }

  Validation outcome() {
    if (firstName instanceof Valid(var first)
        && lastName instanceof Valid(var last)
        && email instanceof Valid(var address)
        && phone instanceof Valid(var number)
        && province instanceof Valid(var region)
        && city instanceof Valid(var town)
        && postalCode instanceof Valid(var code)
        && country instanceof Valid(var land)) {
      var asTyped = new CustomerDetails.AsTyped(region.typed(), code.typed());
      return accepted(
          new CustomerDetails(
              first, last, address, number, region.clean(), town, code.clean(), land, asTyped));
    }
    return new Validation.Refused(violations());
  }

  private static Validation accepted(CustomerDetails details) {
    return new Validation.Accepted(details, AddressRules.warnings(details));
  }

  private List<Violation> violations() {
    var violations = new ArrayList<Violation>();
    note(violations, Field.FIRST_NAME, firstName);
    note(violations, Field.LAST_NAME, lastName);
    note(violations, Field.EMAIL_ID, email);
    note(violations, Field.PHONE, phone);
    note(violations, Field.PROVINCE, province);
    note(violations, Field.CITY, city);
    note(violations, Field.POSTALCODE, postalCode);
    note(violations, Field.COUNTRY, country);
    return List.copyOf(violations);
  }

  private static void note(List<Violation> violations, Field field, Parsed<?> parsed) {
    if (parsed instanceof Broken<?>(Rule rule)) {
      violations.add(rule.brokenBy(field));
    }
  }

  @Override
  public String toString() {
    return "ParsedForm[***]";
  }
}
