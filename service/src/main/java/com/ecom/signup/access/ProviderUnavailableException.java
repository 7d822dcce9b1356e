package com.ecom.signup.access;

/** The OpenID provider cannot be asked just now, or says what cannot be. */
public final class ProviderUnavailableException extends RuntimeException {
  ProviderUnavailableException(String reason) {
    super("the OpenID provider " + reason);
  }
}
