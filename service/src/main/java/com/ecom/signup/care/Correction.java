package com.ecom.signup.care;

import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Validation;

/** What became of a correction. */
public sealed interface Correction {
  /**
   * The customer is as it should be.
   *
   * @param changed whether it was not before
   */
  record Done(Profile profile, boolean changed) implements Correction {}

  /** There is no such customer. */
  record Unknown() implements Correction {}

  /** The customer has changed since it was looked at. */
  record Stale() implements Correction {}

  /** The customer does not count (any more). */
  record NotActive(Profile profile) implements Correction {}

  /** Another customer has the address. */
  record AddressTaken() implements Correction {}

  /** Nothing is changed, as the outcome would break rules. */
  record Refused(Validation.Refused validation) implements Correction {}
}
