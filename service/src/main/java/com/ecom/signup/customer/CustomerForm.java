package com.ecom.signup.customer;

import java.util.Arrays;
import java.util.List;
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

  @Override
  public String toString() {
    return "CustomerForm[***]";
  }
}
