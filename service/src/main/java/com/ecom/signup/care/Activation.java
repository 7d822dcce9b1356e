package com.ecom.signup.care;

import com.ecom.signup.customer.Profile;

/** What became of letting a customer count, or no longer. */
public sealed interface Activation {
  /**
   * The customer is as it should be.
   *
   * @param changed whether it was not before
   */
  record Done(Profile profile, boolean changed) implements Activation {}

  /** There is no such customer. */
  record Unknown() implements Activation {}

  /** Another customer stands in its place. */
  record Superseded() implements Activation {}

  /** Another customer has the address meanwhile. */
  record AddressTaken() implements Activation {}
}
