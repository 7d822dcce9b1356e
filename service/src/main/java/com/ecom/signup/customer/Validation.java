package com.ecom.signup.customer;

import java.util.List;

/** The outcome of {@link CustomerForm#validate()}. */
public sealed interface Validation {

  /**
   * Every field is good.
   *
   * @param warnings what looks wrong but may be right; never a reason to refuse
   */
  record Accepted(CustomerDetails details, List<Violation> warnings) implements Validation {}

  /**
   * Some field is not.
   *
   * @param violations in field order, for each field the first rule that it breaks
   */
  record Refused(List<Violation> violations) implements Validation {}
}
