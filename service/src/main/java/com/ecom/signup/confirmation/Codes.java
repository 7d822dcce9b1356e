package com.ecom.signup.confirmation;

import com.ecom.signup.token.SigningKey;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Codes of eight digits, for those who cannot open the link. */
@Singleton
final class Codes {
  private static final int COUNT = 100_000_000;

  private final SigningKey key;
  private final RandomGenerator random;

  Codes(SigningKey key, RandomGenerator random) {
    this.key = key;
    this.random = random;
  }

  String next() {
    return "%08d".formatted(random.nextInt(COUNT));
  }

  /** What is stored of a code: of use for one registration, and to nobody without the key. */
  byte[] hash(UUID registration, String code) {
    return key.hash("code", registration + " " + code);
  }
}
