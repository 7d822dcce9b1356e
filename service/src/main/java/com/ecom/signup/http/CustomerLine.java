package com.ecom.signup.http;

import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Profile;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer in a few words; what is not known is empty. */
record CustomerLine(String name, String email, String phone) {
  static CustomerLine of(Profile profile) {
    CustomerForm form = profile.form();
    return new CustomerLine(
        Stream.of(form.firstName(), form.lastName())
            .map(CustomerLine::text)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" ")),
        text(form.emailId()),
        text(profile.phone() == null ? form.phone() : profile.phone()));
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  @Override
  public String toString() {
    return "CustomerLine[***]";
  }
}
