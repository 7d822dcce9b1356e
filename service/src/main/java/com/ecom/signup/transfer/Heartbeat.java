package com.ecom.signup.transfer;

import com.ecom.signup.database.Database;
import com.ecom.signup.database.DatabaseUnavailableException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Shows that somebody works on an import, also while the next rows are long in coming. */
final class Heartbeat implements AutoCloseable {
  private static final long SECONDS = 5;

  private final Database database;
  private final ImportTable.Stored running;
  private final Runnable lost;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("import").factory());

  /**
   * @param lost is done once it is cancelled, or somebody else's
   */
  Heartbeat(Database database, ImportTable.Stored running, Runnable lost) {
    this.database = database;
    this.running = running;
    this.lost = lost;
    var unused = thread.scheduleWithFixedDelay(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void beat() {
    try {
      if (!database.with(connection -> ImportTable.beat(connection, running))) {
        lost.run();
      }
    } catch (DatabaseUnavailableException e) {
      // whoever stores rows waits for it, and the next beat comes soon
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
