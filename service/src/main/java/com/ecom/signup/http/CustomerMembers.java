package com.ecom.signup.http;

import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.customer.Violation;
import java.util.ArrayList;
import java.util.List;

/** A customer as a JSON object of the new routes, and what is wrong with it in their words. */
record CustomerMembers(StrictBody body, CustomerForm form) {
  static CustomerMembers of(StrictBody body) {
    return new CustomerMembers(
        body,
        new CustomerForm(
            body.text(name(Field.FIRST_NAME)),
            body.text(name(Field.LAST_NAME)),
            body.text(name(Field.EMAIL_ID)),
            body.text(name(Field.PHONE)),
            body.text(name(Field.PROVINCE)),
            body.text(name(Field.CITY)),
            body.text(name(Field.POSTALCODE)),
            body.text(name(Field.COUNTRY))));
  }

  /** What a field is called in the new routes. */
  static String name(Field field) {
    return switch (field) {
      case EMAIL_ID -> "email";
      case POSTALCODE -> "postal_code";
      default -> field.key();
    };
  }

  /** All that is wrong; of a member that is no string, only that. */
  List<Invalid> errors(Validation validation) {
    List<Invalid> errors = new ArrayList<>();
    if (validation instanceof Validation.Refused refused) {
      for (Violation violation : refused.violations()) {
        String name = name(violation.field());
        if (!body.isWrong(name)) {
          errors.add(Invalid.member(name, violation));
        }
      }
    }
    errors.addAll(body.errors());
    return errors;
  }

  @Override
  public String toString() {
    return "CustomerMembers[***]";
  }
}
