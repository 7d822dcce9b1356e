package com.ecom.signup.registration;

import com.ecom.signup.batch.Coalescer;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.NewCustomer;
import com.ecom.signup.customer.StoredCustomer;
import com.ecom.signup.database.Database;
import com.ecom.signup.database.RefusedByDatabaseException;
import com.ecom.signup.event.Relay;
import com.ecom.signup.registration.Outcome.AddressTaken;
import com.ecom.signup.registration.Outcome.AlreadyRegistered;
import com.ecom.signup.registration.Outcome.Failed;
import com.ecom.signup.registration.Outcome.Registered;
import com.ecom.signup.registration.Outcome.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The coalescing writer: registrations that arrive while a batch is being committed become the next
 * batch, and each batch is one statement and one commit. A caller is answered only after the commit
 * of its own batch.
 *
 * <p>One customer per address is kept by a unique index, not by looking first: the statement skips
 * addresses that are held, whoever wins the race for them, and only the skipped ones cost a second
 * statement that tells a safe retry from an address that is taken.
 *
 * <p>Ids are given before the first attempt. So a batch whose commit was cut off can be repeated:
 * should it have been committed after all, its rows are recognised by their ids.
 *
 * <p>A batch that the database refuses is repeated row by row, so that one bad row fails alone.
 */
@Singleton
public final class Registrations {
  /** Of the event that announces a customer. */
  public static final String EVENT_TYPE = CustomerRegistered.TYPE;

  private static final Logger LOG = Logger.getLogger(Registrations.class);

  private final Database database;
  private final Relay relay;
  private final CustomerIds ids;
  private final Coalescer<NewCustomer, Outcome> coalescer;

  Registrations(
      Database database, Relay relay, CustomerIds ids, WriterLimits limits, MeterRegistry meters) {
    this.database = database;
    this.relay = relay;
    this.ids = ids;
    this.coalescer =
        new Coalescer<>(
            "registrations", limits, this::write, new Unavailable(), new Failed(), meters);
  }

  @PostConstruct
  void start() {
    coalescer.start();
  }

  @PreDestroy
  void close() {
    coalescer.close();
  }

  /**
   * Registers a customer.
   *
   * @param home runs {@code then}, once the customer is committed or it is certain that it will not
   *     be
   */
  public void register(CustomerDetails details, Executor home, Consumer<Outcome> then) {
    UUID id = ids.next();
    String announcement = CustomerRegistered.of(id, details).body();
    coalescer.ask(new NewCustomer(id, details, announcement), home, then);
  }

  /** Whether a registration would be turned away now. */
  public boolean isBusy() {
    return coalescer.turnsAway();
  }

  private List<Outcome> write(List<NewCustomer> batch) {
    try {
      return writeTogether(batch);
    } catch (RefusedByDatabaseException e) {
      if (batch.size() == 1) {
        LOG.errorf("The database refused a registration (SQLSTATE %s)", e.sqlState());
        return List.of(new Failed());
      }
      return batch.stream().flatMap(customer -> write(List.of(customer)).stream()).toList();
    }
  }

  private List<Outcome> writeTogether(List<NewCustomer> batch) {
    return database.with(
        connection -> {
          Set<UUID> added = Customers.add(connection, batch, CustomerRegistered.TYPE);
          if (!added.isEmpty()) {
            relay.wake();
          }
          Map<String, StoredCustomer> holders =
              added.size() == batch.size()
                  ? Map.of()
                  : Customers.byKey(connection, keysOfSkipped(batch, added));
          return batch.stream()
              .map(customer -> outcome(customer, added.contains(customer.id()), holders))
              .toList();
        });
  }

  private static List<String> keysOfSkipped(List<NewCustomer> batch, Set<UUID> added) {
    return batch.stream()
        .filter(customer -> !added.contains(customer.id()))
        .map(customer -> customer.details().email().key())
        .distinct()
        .toList();
  }

  private static Outcome outcome(
      NewCustomer customer, boolean added, Map<String, StoredCustomer> holders) {
    if (added) {
      return new Registered(customer.id());
    }
    StoredCustomer holder = holders.get(customer.details().email().key());
    if (holder == null) {
      return new Unavailable(); // deactivated between the two statements: the next attempt adds it
    }
    if (holder.id().equals(customer.id())) {
      return new Registered(customer.id());
    }
    return holder.isRegisteredWith(customer.details())
        ? new AlreadyRegistered(holder.id())
        : new AddressTaken();
  }
}
