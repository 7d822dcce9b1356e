package com.ecom.signup.registration;

import java.util.UUID;

/** What became of a registration. */
public sealed interface Outcome {
  /** The customer is stored, and so is the event that announces it. */
  record Registered(UUID customerId) implements Outcome {}

  /** The same customer with the same details was stored before: a safe retry, nothing was done. */
  record AlreadyRegistered(UUID customerId) implements Outcome {}

  /** The address belongs to a customer with other details. */
  record AddressTaken() implements Outcome {}

  /** Nobody can say just now; the same registration may be sent again without harm. */
  record Unavailable() implements Outcome {}

  /** The database refused this registration, or a fault kept it from being stored. */
  record Failed() implements Outcome {}
}
