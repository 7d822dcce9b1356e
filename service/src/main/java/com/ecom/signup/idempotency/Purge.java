package com.ecom.signup.idempotency;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Forgets keys that have had their time, a few at a time, so that nobody waits for it. */
@Singleton
final class Purge implements Chore {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int BATCH = 5000;
  private static final int BATCHES = 20;

  private final Database database;
  private final Duration retention;
  private final Counter purged;

  Purge(Database database, IdempotencySettings settings, MeterRegistry meters) {
    this.database = database;
    this.retention = settings.retention();
    this.purged =
        Counter.builder("signup.idempotency.keys.purged")
            .description("keys that were forgotten after their time")
            .register(meters);
  }

  @Override
  public Duration pause() {
    return retention.compareTo(LONGEST_PAUSE) < 0 ? retention : LONGEST_PAUSE;
  }

  @Override
  public void run() {
    int gone = BATCH;
    for (int batch = 0; batch < BATCHES && gone == BATCH; batch++) {
      gone = database.with(connection -> Claims.purge(connection, retention, BATCH));
      purged.increment(gone);
    }
  }
}
