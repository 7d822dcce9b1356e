package com.ecom.signup.customer;

/** A value in the form that is stored, and as it was typed. */
record Spelled(String clean, String typed) {

  /** Free text, where there is nothing to repair. */
  static Parsed<Spelled> free(String typed) {
    return new Parsed.Valid<>(new Spelled(typed, typed));
  }

  @Override
  public String toString() {
    return "Spelled[***]";
  }
}
