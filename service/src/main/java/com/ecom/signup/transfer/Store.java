package com.ecom.signup.transfer;

import com.ecom.signup.customer.Arriving;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.StoredCustomer;
import com.ecom.signup.database.Database;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.registration.Registrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Stores rows, a chunk in each transaction, which also moves the import on: what is committed is
 * never done again, and what is not is.
 */
final class Store implements Destination<RuntimeException> {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Database database;
  private final ImportTable.Stored running;
  private long position;

  Store(Database database, ImportTable.Stored running) {
    this.database = database;
    this.running = running;
    this.position = running.known().position();
  }

  /**
   * Stores them; a database that is away is waited for.
   *
   * @throws TakenAwayException if it was cancelled, or somebody else goes on with it
   * @throws DatabaseUnavailableException if it is away for too long
   */
  @Override
  public Counts put(List<Row> rows, Pieces.Reached reached) {
    Chunk chunk = Chunk.of(rows);
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Counts counts = database.inTransaction(connection -> put(connection, chunk, reached));
        position = reached.position();
        return counts;
      } catch (DatabaseUnavailableException e) {
        if (System.nanoTime() > giveUp) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TakenAwayException();
    }
  }

  private Counts put(Connection connection, Chunk chunk, Pieces.Reached reached)
      throws SQLException {
    Set<UUID> added = Arriving.add(connection, chunk.arrivals(), Registrations.EVENT_TYPE);
    List<String> others = chunk.without(added);
    Map<String, StoredCustomer> holders =
        others.isEmpty() ? Map.of() : Customers.byKey(connection, others);
    Chunk.Result result = chunk.result(added, holders);
    RefusalTable.add(connection, running.id(), result.refused());
    if (!ImportTable.advance(connection, running, position, reached, result.counts())) {
      return alreadyThere(connection, reached);
    }
    return result.counts();
  }

  /** A commit whose answer was cut off: nothing of this attempt may stay. */
  private Counts alreadyThere(Connection connection, Pieces.Reached reached) throws SQLException {
    boolean committed =
        ImportTable.find(connection, running.id())
            .filter(stored -> stored.run() == running.run())
            .filter(stored -> reached.equals(stored.reached()))
            .isPresent();
    if (!committed) {
      throw new TakenAwayException();
    }
    connection.rollback();
    return Counts.NONE;
  }
}
