package com.ecom.signup.abuse;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.database.OnceOpen;
import com.ecom.signup.database.RefusedByDatabaseException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Reads what operators say of mail domains: at the start, and again as others may say it. */
@Singleton
final class FollowDisposable implements Chore, OnceOpen {
  private static final Logger LOG = Logger.getLogger(FollowDisposable.class);

  private final Database database;
  private final DisposableDomains domains;

  FollowDisposable(Database database, DisposableDomains domains) {
    this.database = database;
    this.domains = domains;
  }

  /** What goes wrong here goes wrong again as a chore, which says so. */
  @Override
  public void databaseOpened() {
    try {
      run();
    } catch (DatabaseUnavailableException | RefusedByDatabaseException e) {
      LOG.debug("Disposable domains are read in their turn", e);
    }
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    domains.follow(database.with(DisposableTable::all));
  }
}
