package com.ecom.signup.confirmation;

import java.util.UUID;

/** What became of the attempt to confirm a registration. */
public sealed interface Confirmed {
  /** It has made a customer, now or before. */
  record Registered(UUID customerId) implements Confirmed {}

  /** Another customer has the address. */
  record AddressTaken() implements Confirmed {}

  /** The code or the number is not the one; so many attempts are left. */
  record Wrong(int left) implements Confirmed {}

  /** There is no such registration, its time is over, or there were too many wrong answers. */
  record Gone() implements Confirmed {}
}
