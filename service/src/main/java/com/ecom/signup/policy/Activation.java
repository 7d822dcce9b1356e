package com.ecom.signup.policy;

/** When a registration makes a customer. */
public enum Activation {
  /** At once. */
  IMMEDIATE,
  /** When somebody who reads the address's mail confirms it. */
  CONFIRMED_EMAIL
}
