package com.ecom.signup.mail;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Forgets mails that were sent or given up, once they bound nothing any more. */
@Singleton
final class Forgetting implements Chore {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int MOST = 5000;

  private final Database database;

  Forgetting(Database database) {
    this.database = database;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    database.with(connection -> Mails.purge(connection, MOST));
  }
}
