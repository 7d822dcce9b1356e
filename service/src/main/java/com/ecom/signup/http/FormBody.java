package com.ecom.signup.http;

import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Violation;
import com.ecom.signup.http.Details.FieldError;
import com.ecom.signup.http.JsonBody.Member;
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

  /** Whether a member is there with a value that cannot stand for text. */
  boolean isNotText(Field field) {
    return members.get(field.key()) instanceof Member.NotText;
  }

  /** A member that is there but is no text is not missing: the old service told them apart. */
  FieldError error(Violation violation) {
    return switch (members.get(violation.field().key())) {
      case Member.NotText notText -> notText(violation.field());
      case Member.Null nothing ->
          new FieldError(
              violation.field(), "none is not an allowed value", "type_error.none.not_allowed");
      case Member.Text text -> FieldError.of(violation);
      case null -> FieldError.of(violation);
    };
  }

  static FieldError notText(Field field) {
    return new FieldError(field, "str type expected", "type_error.str");
  }
}
