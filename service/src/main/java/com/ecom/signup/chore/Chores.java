package com.ecom.signup.chore;

import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.database.OnceOpen;
import com.ecom.signup.database.RefusedByDatabaseException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs all chores, one at a time, from when the database is open until the service stops. */
@Singleton
final class Chores implements OnceOpen {
  private static final Logger LOG = Logger.getLogger(Chores.class);
  private static final long SECONDS_TO_FINISH = 5;

  private final Instance<Chore> chores;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("chores").factory());

  Chores(Instance<Chore> chores) {
    this.chores = chores;
  }

  @Override
  public void databaseOpened() {
    for (Chore chore : chores) {
      long pause = chore.pause().toMillis();
      var unused =
          thread.scheduleWithFixedDelay(() -> attempt(chore), pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  /** A chore that fails is tried again in its turn; the log says so once. */
  private void attempt(Chore chore) {
    String name = chore.getClass().getSimpleName();
    try {
      chore.run();
      failing.remove(name);
    } catch (DatabaseUnavailableException e) {
      LOG.debugf("%s waits for the database: %s", name, e.reason());
    } catch (RefusedByDatabaseException e) {
      complain(name, "SQLSTATE " + e.sqlState());
    } catch (RuntimeException | Error e) {
      LOG.debug("A chore failed", e);
      complain(name, e.getClass().getName());
    }
  }

  private void complain(String name, String reason) {
    if (failing.add(name)) {
      LOG.errorf("%s failed (%s) and is tried again", name, reason);
    }
  }

  void close(@Observes ShutdownEvent ended) throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
  }
}
