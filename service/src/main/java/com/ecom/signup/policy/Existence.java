package com.ecom.signup.policy;

/** Who is told that an address is registered. */
public enum Existence {
  /** Whoever asks. */
  OPEN,
  /** Only its owner, by mail; everybody else gets the same answer whatever the address. */
  UNIFORM
}
