package com.ecom.signup.benchmark;

/** Why nothing, or nothing more, is measured; one line that says what to do. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refusal(String problem) {
    super(problem);
  }
}
