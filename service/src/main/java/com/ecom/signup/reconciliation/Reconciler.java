package com.ecom.signup.reconciliation;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.customer.Census;
import com.ecom.signup.database.Database;
import com.ecom.signup.event.Decisions;
import com.ecom.signup.event.Events;
import com.ecom.signup.event.Ledger;
import com.ecom.signup.event.Status;
import com.ecom.signup.registration.Registrations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Compares customers and events: each customer that was registered here has a registration event,
 * each event a customer. By the promise of one commit for both it finds nothing; it is there to
 * show that, and for the day on which somebody has changed rows by hand or restored half a table.
 *
 * <p>A pass goes in small steps, each of them a transaction of its own, taken by whichever replica
 * comes first. It costs the database little, and takes as long as it takes: a second for each
 * {@value #STEP} customers.
 */
@Singleton
final class Reconciler implements Chore {
  private static final Logger LOG = Logger.getLogger(Reconciler.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int STEP = 5000;

  private final Database database;
  private final Duration interval;

  Reconciler(Database database, ReconciliationSettings settings) {
    this.database = database;
    this.interval = settings.interval();
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    database.with(
        connection -> {
          PassTable.beginIfDue(connection, interval);
          return true;
        });
    database.inTransaction(
        connection -> {
          var open = PassTable.open(connection);
          if (open.isPresent()) {
            step(connection, open.get());
          }
          return true;
        });
  }

  private static void step(Connection connection, PassTable.Row row) throws SQLException {
    boolean repairs = row.pass().repairs();
    PassTable.Step step =
        row.customersDone()
            ? events(connection, row.position(), repairs)
            : customers(connection, row.position(), repairs);
    PassTable.stepped(connection, row.pass().id(), step);
    if (step.finished()) {
      LOG.info("Customers and events have been compared");
    }
  }

  private static PassTable.Step customers(Connection connection, UUID after, boolean repairs)
      throws SQLException {
    List<Census.Person> people = Census.after(connection, after, STEP);
    List<UUID> registered =
        people.stream().filter(Census.Person::registeredHere).map(Census.Person::id).toList();
    List<UUID> missing = Ledger.without(connection, registered, Registrations.EVENT_TYPE);
    Map<Status, Integer> undelivered =
        Ledger.undelivered(connection, registered, Registrations.EVENT_TYPE);
    int repaired =
        repairs ? Events.appendWithoutBody(connection, missing, Registrations.EVENT_TYPE) : 0;
    Findings found =
        new Findings(
            registered.size(),
            missing.size(),
            undelivered.getOrDefault(Status.WAITING, 0),
            undelivered.getOrDefault(Status.PARKED, 0),
            undelivered.getOrDefault(Status.DISCARDED, 0),
            0,
            repaired);
    return people.size() < STEP
        ? new PassTable.Step(true, PassTable.BEFORE_ALL, found, false)
        : new PassTable.Step(false, people.getLast().id(), found, false);
  }

  private static PassTable.Step events(Connection connection, UUID after, boolean repairs)
      throws SQLException {
    List<UUID> ids = Ledger.customersAfter(connection, after, STEP);
    Set<UUID> known = Census.present(connection, ids);
    List<UUID> gone = ids.stream().filter(customer -> !known.contains(customer)).toList();
    int orphans = gone.isEmpty() ? 0 : Decisions.notDiscarded(connection, gone);
    int repaired = repairs && orphans > 0 ? Decisions.discardAll(connection, gone) : 0;
    Findings found = new Findings(0, 0, 0, 0, 0, orphans, repaired);
    UUID last = ids.isEmpty() ? after : ids.getLast();
    return new PassTable.Step(true, last, found, ids.size() < STEP);
  }
}
