package com.ecom.signup.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forms in words, and what became of them. */
final class Forms {

  private Forms() {}

  static CustomerForm aCustomer() {
    return new CustomerForm(
        "Asha", "Patel", "asha@example.com", "+14165550123", "ON", "Toronto", "M5V 2T6", null);
  }

  /** A customer with one field as given, null being absent. */
  static CustomerForm aCustomerWith(Field field, @Nullable String value) {
    CustomerForm f = aCustomer();
    return new CustomerForm(
        field == Field.FIRST_NAME ? value : f.firstName(),
        field == Field.LAST_NAME ? value : f.lastName(),
        field == Field.EMAIL_ID ? value : f.emailId(),
        field == Field.PHONE ? value : f.phone(),
        field == Field.PROVINCE ? value : f.province(),
        field == Field.CITY ? value : f.city(),
        field == Field.POSTALCODE ? value : f.postalcode(),
        field == Field.COUNTRY ? value : f.country());
  }

  static CustomerForm everyFieldIs(@Nullable String value) {
    return new CustomerForm(value, value, value, value, value, value, value, value);
  }

  static CustomerForm aCustomerOf(
      String country, String phone, @Nullable String province, @Nullable String postalcode) {
    return new CustomerForm(
        "Asha", "Patel", "asha@example.com", phone, province, "City", postalcode, country);
  }

  static CustomerDetails accepted(CustomerForm form) {
    return switch (form.validate()) {
      case Validation.Accepted(var details, _) -> details;
      case Validation.Refused(var violations) -> throw new AssertionError("refused: " + violations);
    };
  }

  static List<Violation> warned(CustomerForm form) {
    return switch (form.validate()) {
      case Validation.Accepted(_, var warnings) -> warnings;
      case Validation.Refused(var violations) -> throw new AssertionError("refused: " + violations);
    };
  }

  static List<Violation> refused(CustomerForm form) {
    return switch (form.validate()) {
      case Validation.Accepted _ -> throw new AssertionError("accepted");
      case Validation.Refused(var violations) -> violations;
    };
  }

  /** The rule that the only violation is about. */
  static Rule brokenRule(Field field, @Nullable String value) {
    List<Violation> violations = refused(aCustomerWith(field, value));
    if (violations.size() != 1 || violations.getFirst().field() != field) {
      throw new AssertionError("expected one violation of " + field + ": " + violations);
    }
    return violations.getFirst().rule();
  }
}
