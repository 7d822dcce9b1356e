package com.ecom.signup.http;

import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Rule;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.customer.Violation;
import com.ecom.signup.http.Details.FieldError;
import com.ecom.signup.http.JsonBody.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form sent as JSON: its values, and what is wrong with them in the words of the old service. */
record FormBody(Map<String, Member> members) {
  CustomerForm form() {
    return new CustomerForm(
        text(Field.FIRST_NAME),
        text(Field.LAST_NAME),
        text(Field.EMAIL_ID),
        text(Field.PHONE),
        text(Field.PROVINCE),
        text(Field.CITY),
        text(Field.POSTALCODE),
        text(Field.COUNTRY));
  }

  /** The value of a member; null if it is absent or no text. */
  @Nullable String text(Field field) {
    return members.get(field.key()) instanceof Member.Text text ? text.value() : null;
  }

  /** By the rules of all forms; a country may be left out, but what is there must be text too. */
  Validation validate() {
    Validation validation = form().validate();
    if (!(members.get(Field.COUNTRY.key()) instanceof Member.NotText)) {
      return validation;
    }
    List<Violation> violations = new ArrayList<>();
    if (validation instanceof Validation.Refused refused) {
      violations.addAll(refused.violations());
    }
    violations.add(Rule.COUNTRY_UNKNOWN.brokenBy(Field.COUNTRY));
    return new Validation.Refused(violations);
  }

  /** A member that is there but is no text is not missing: the old service told them apart. */
  FieldError error(Violation violation) {
    return switch (members.get(violation.field().key())) {
      case Member.NotText notText ->
          new FieldError(violation.field(), "str type expected", "type_error.str");
      case Member.Null nothing ->
          new FieldError(
              violation.field(), "none is not an allowed value", "type_error.none.not_allowed");
      case Member.Text text -> FieldError.of(violation);
      case null -> FieldError.of(violation);
    };
  }
}
