package com.ecom.signup.confirmation;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Forgets registrations that nobody confirmed in time, and all that they say. */
@Singleton
final class Expiry implements Chore {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST = 5000;

  private final Database database;
  private final Duration pause;

  Expiry(Database database, ConfirmationSettings settings) {
    this.database = database;
    this.pause = settings.time().compareTo(LONGEST_PAUSE) < 0 ? settings.time() : LONGEST_PAUSE;
  }

  @Override
  public Duration pause() {
    return pause;
  }

  @Override
  public void run() {
    database.with(connection -> PendingTable.purge(connection, MOST));
  }
}
