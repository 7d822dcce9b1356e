package com.ecom.signup.confirmation;

/** What became of a registration that asks to be confirmed. */
public enum Receipt {
  /** It waits, now or since it was sent before, and a mail is on its way. */
  RECEIVED,
  /** The idempotency key was used before, for other details. */
  KEY_REUSED,
  /** Nobody can say just now; the same may be sent again without harm. */
  UNAVAILABLE,
  /** A fault kept it from being stored. */
  FAILED
}
