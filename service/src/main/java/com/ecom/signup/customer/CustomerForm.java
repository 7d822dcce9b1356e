package com.ecom.signup.customer;

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

  @Override
  public String toString() {
    return "CustomerForm[***]";
  }
}
