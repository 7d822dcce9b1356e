package com.ecom.signup.environment;

/**
 * The service was started with settings it cannot work with; the message is one line for people.
 */
public final class MisconfiguredException extends RuntimeException {
  /**
   * @param message names what is wrong and what was expected
   */
  public MisconfiguredException(String message) {
    super(message);
  }
}
