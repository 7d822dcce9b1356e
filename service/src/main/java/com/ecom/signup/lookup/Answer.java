package com.ecom.signup.lookup;

/** Whether an address belongs to an active customer. */
public enum Answer {
  REGISTERED,
  UNKNOWN,
  /** Nobody can say just now. */
  UNAVAILABLE,
  /** A fault kept it from being answered. */
  FAILED
}
