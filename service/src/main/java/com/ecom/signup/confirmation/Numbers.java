package com.ecom.signup.confirmation;

import com.ecom.signup.token.SigningKey;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The two digits that the registering screen shows, and that must be picked among others on another
 * device: who only got the mail, and did not register, does not know them.
 */
@Singleton
public final class Numbers {
  private static final int CHOICES = 3;
  private static final int FIRST = 10;
  private static final int COUNT = 90;

  private final SigningKey key;

  Numbers(SigningKey key) {
    this.key = key;
  }

  /** That of a registration, 10 to 99, the same on every replica. */
  public int of(UUID registration) {
    return at(key.hash("number", registration.toString()), 0);
  }

  /** Those to pick from, in order. */
  List<Integer> choices(UUID registration) {
    byte[] hash = key.hash("number", registration.toString());
    List<Integer> choices = new ArrayList<>();
    for (int i = 0; choices.size() < CHOICES; i++) {
      int number = i < hash.length ? at(hash, i) : FIRST + i;
      if (!choices.contains(number)) {
        choices.add(number);
      }
    }
    return choices.stream().sorted().toList();
  }

  private static int at(byte[] hash, int index) {
    return FIRST + (hash[index] & 0xff) % COUNT;
  }
}
