package com.ecom.signup.registration;

import java.time.Instant;
import java.util.UUID;

/** What became of a registration. */
public sealed interface Outcome {
  /**
   * The customer is stored, and so is the event that announces it: by this request, or by an
   * earlier one with the same key.
   */
  record Registered(UUID customerId, Instant at) implements Outcome {}

  /** The same customer with the same details was stored before: a safe retry, nothing was done. */
  record AlreadyRegistered(UUID customerId) implements Outcome {}

  /** The address belongs to a customer with other details. */
  record AddressTaken() implements Outcome {}

  /** What becomes only of requests with a key. */
  sealed interface OfKey extends Outcome {}

  /** The key was used before, for other details. */
  record KeyReused() implements OfKey {}

  /** A request with the same key has not been answered yet. */
  record KeyInProgress() implements OfKey {}

  /** Nobody can say just now; the same registration may be sent again without harm. */
  record Unavailable() implements Outcome {}

  /** The database refused this registration, or a fault kept it from being stored. */
  record Failed() implements Outcome {}
}
