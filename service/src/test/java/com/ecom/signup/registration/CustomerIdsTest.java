package com.ecom.signup.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CustomerIdsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private final CustomerIds ids = new CustomerIds(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

  @Test
  void areUuidsOfVersion7WithTheTimeInFront() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void differWithinOneMillisecond() {
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      seen.add(ids.next());
    }
    assertThat(seen).hasSize(100_000);
  }
}
