package com.ecom.signup.lookup;

import com.ecom.signup.batch.Coalescer;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The coalescing look-up: questions that arrive while the database answers others are asked
 * together, as one {@code = any(...)} over their canonical keys. A question sees every registration
 * that was answered before it was asked, since its statement begins after.
 */
@Singleton
public final class Lookups {
  private final Database database;
  private final Coalescer<String, Answer> coalescer;

  Lookups(Database database, LookupLimits limits, MeterRegistry meters) {
    this.database = database;
    this.coalescer =
        new Coalescer<>("lookups", limits, this::ask, Answer.UNAVAILABLE, Answer.FAILED, meters);
  }

  @PostConstruct
  void start() {
    coalescer.start();
  }

  void close(@Observes ShutdownEvent ended) {
    coalescer.close();
  }

  /**
   * Asks whether the address is registered.
   *
   * @param home runs {@code then}
   */
  public void ask(EmailAddress address, Executor home, Consumer<Answer> then) {
    coalescer.ask(address.key(), home, then);
  }

  /** Whether a question would be turned away now. */
  public boolean isBusy() {
    return coalescer.turnsAway();
  }

  private List<Answer> ask(List<String> keys) {
    Set<String> known = database.with(connection -> Customers.known(connection, keys));
    return keys.stream()
        .map(key -> known.contains(key) ? Answer.REGISTERED : Answer.UNKNOWN)
        .toList();
  }
}
