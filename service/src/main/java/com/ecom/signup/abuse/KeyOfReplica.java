package com.ecom.signup.abuse;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Where no key is given: a new one at each start, good for a replica that is alone. */
@DefaultBean
@Singleton
final class KeyOfReplica implements TicketKey {
  private final byte[] key = new byte[32];

  KeyOfReplica() {
    new SecureRandom().nextBytes(key);
  }

  @Override
  public byte[] get() {
    return key.clone();
  }
}
