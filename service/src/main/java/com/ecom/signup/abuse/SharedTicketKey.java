package com.ecom.signup.abuse;

import com.ecom.signup.token.SigningKey;
import jakarta.inject.Singleton;

/** The key that all replicas share. */
@Singleton
final class SharedTicketKey implements TicketKey {
  private final SigningKey key;

  SharedTicketKey(SigningKey key) {
    this.key = key;
  }

  @Override
  public byte[] get() {
    return key.hash("ticket", "");
  }
}
