package com.ecom.signup.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a caller sent, before any rule, exactly as sent; null where the member is absent. */
public record CustomerForm(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String emailId,
    @Nullable String phone,
    @Nullable String province,
    @Nullable String city,
    @Nullable String postalcode,
    @Nullable String country) {

  /** Never throws: every rule that is broken is reported, all fields at once. */
  public Validation validate() {
    return ParsedForm.of(this).outcome();
  }

  /** All of it, in the order of the fields; null where the member is absent. */
  public List<@Nullable String> values() {
    return Arrays.asList(firstName, lastName, emailId, phone, province, city, postalcode, country);
  }

  /** What a field has; empty where the member is absent. */
  public String value(Field field) {
    return Objects.requireNonNullElse(
        switch (field) {
          case FIRST_NAME -> firstName;
          case LAST_NAME -> lastName;
          case EMAIL_ID -> emailId;
          case PHONE -> phone;
          case PROVINCE -> province;
          case CITY -> city;
          case POSTALCODE -> postalcode;
          case COUNTRY -> country;
        },
        "");
  }

  @Override
  public String toString() {
    return "CustomerForm[***]";
  }
}
