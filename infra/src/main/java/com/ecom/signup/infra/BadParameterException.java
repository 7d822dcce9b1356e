package com.ecom.signup.infra;

/** Something given cannot be built from; the message is one line for people. */
final class BadParameterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadParameterException(String message) {
    super(message);
  }
}
