package com.ecom.signup.http;

import com.ecom.signup.abuse.Channel;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Field;
import com.ecom.signup.template.Language;
import io.vertx.core.http.HttpServerRequest;

/** What the form of the sign-up page says, and in which language it was read. */
record Submission(FormFields fields, Language language) {
  private static final String TICKED = "yes";

  static Submission of(FormFields fields, HttpServerRequest request) {
    return new Submission(
        fields,
        Language.of(fields.value("lang"))
            .orElseGet(() -> Language.accepted(request.getHeader("accept-language"))));
  }

  CustomerForm form() {
    return form(fields);
  }

  /** The details that a form has, by the names that the sign-up page gives them. */
  static CustomerForm form(FormFields fields) {
    return new CustomerForm(
        fields.value(Field.FIRST_NAME.key()),
        fields.value(Field.LAST_NAME.key()),
        fields.value(Field.EMAIL_ID.key()),
        fields.value(Field.PHONE.key()),
        fields.value(Field.PROVINCE.key()),
        fields.value(Field.CITY.key()),
        fields.value(Field.POSTALCODE.key()),
        fields.value(Field.COUNTRY.key()));
  }

  boolean agrees() {
    return fields.value("consent_marketing").equals(TICKED);
  }

  Channel channel() {
    return new Channel.Page(
        fields.value("ticket"), fields.value("website"), fields.value("solution"));
  }

  @Override
  public String toString() {
    return "Submission[***]";
  }
}
