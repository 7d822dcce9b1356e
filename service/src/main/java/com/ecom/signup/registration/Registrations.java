package com.ecom.signup.registration;

import com.ecom.signup.batch.Coalescer;
import com.ecom.signup.batch.OneByOne;
import com.ecom.signup.consent.Statement;
import com.ecom.signup.customer.Added;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.Customers;
import com.ecom.signup.customer.NewCustomer;
import com.ecom.signup.customer.StoredCustomer;
import com.ecom.signup.database.Database;
import com.ecom.signup.event.Relay;
import com.ecom.signup.idempotency.Claim;
import com.ecom.signup.registration.Outcome.Failed;
import com.ecom.signup.registration.Outcome.KeyInProgress;
import com.ecom.signup.registration.Outcome.Registered;
import com.ecom.signup.registration.Outcome.Unavailable;
import com.ecom.signup.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
 * should it have been committed after all, its rows are recognised by their ids, or by the keys of
 * their requests, which are claimed in the same statement.
 *
 * <p>A batch that the database refuses is repeated row by row, so that one bad row fails alone.
 */
@Singleton
public final class Registrations {
  /** Of the event that announces a customer. */
  public static final String EVENT_TYPE = CustomerRegistered.TYPE;

  /** The kind of mail that asks whether somebody wants what they agreed to. */
  public static final String CONSENT_MAIL = "confirm-news";

  private final Database database;
  private final Relay relay;
  private final CustomerIds ids;
  private final Agreements agreements;
  private final Coalescer<Entry, Outcome> coalescer;
  private final Counter registered;
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

  Registrations(
      Database database,
      Relay relay,
      CustomerIds ids,
      WriterLimits limits,
      Agreements agreements,
      MeterRegistry meters) {
    this.database = database;
    this.relay = relay;
    this.ids = ids;
    this.agreements = agreements;
    this.registered =
        Counter.builder("signup.customers.registered")
            .description("customers that were registered, at once or once confirmed")
            .register(meters);
    this.coalescer =
        new Coalescer<>(
            "registrations",
            limits,
            new OneByOne<Entry, Outcome>("registration", this::write, new Failed())::apply,
            new Unavailable(),
            new Failed(),
            meters);
  }

  /** A customer to be stored, with what it has agreed to. */
  private record Entry(NewCustomer customer, List<Statement> consents) {}

  @PostConstruct
  void start() {
    coalescer.start();
  }

  void close(@Observes ShutdownEvent ended) {
    coalescer.close();
  }

  /**
   * Registers a customer.
   *
   * @param home runs {@code then}, once the customer is committed or it is certain that it will not
   *     be
   */
  public void register(CustomerDetails details, Executor home, Consumer<Outcome> then) {
    ask(details, List.of(), null, home, then);
  }

  /** Registers a customer with what it has agreed to, in one commit. */
  public void register(
      CustomerDetails details, List<Statement> consents, Executor home, Consumer<Outcome> then) {
    ask(details, consents, null, home, then);
  }

  /**
   * Registers a customer once, however often the request with this key is sent. Another replica
   * that has it too waits for the commit of the first, and gives the same answer; here, a request
   * that is still under way is recognised without that.
   */
  public void register(
      CustomerDetails details, Claim claim, Executor home, Consumer<Outcome> then) {
    if (!underWay.add(claim.keyHash())) {
      then.accept(new KeyInProgress());
      return;
    }
    ask(
        details,
        List.of(),
        claim,
        home,
        outcome -> {
          underWay.remove(claim.keyHash());
          then.accept(outcome);
        });
  }

  private void ask(
      CustomerDetails details,
      List<Statement> consents,
      @Nullable Claim claim,
      Executor home,
      Consumer<Outcome> then) {
    UUID id = ids.next();
    NewCustomer customer =
        new NewCustomer(
            id, details, agreements.announcement(id, details, consents), claim, Traces.toPassOn());
    coalescer.ask(new Entry(customer, consents), home, then);
  }

  /**
   * Registers one customer in the transaction of the caller, with what it has agreed to.
   *
   * @return {@link Registered}, or {@link Outcome.AddressTaken} whoever holds the address
   */
  public Outcome register(Connection connection, CustomerDetails details, List<Statement> consents)
      throws SQLException {
    UUID id = ids.next();
    String announcement = agreements.announcement(id, details, consents);
    Added added =
        Customers.add(
            connection,
            List.of(new NewCustomer(id, details, announcement, null, Traces.toPassOn())),
            CustomerRegistered.TYPE);
    announced(added);
    return added.ids().isEmpty() ? new Outcome.AddressTaken() : new Registered(id, added.at());
  }

  private void announced(Added added) {
    registered.increment(added.ids().size());
    if (!added.ids().isEmpty()) {
      relay.wake();
    }
  }

  /** Whether a registration would be turned away now. */
  public boolean isBusy() {
    return coalescer.turnsAway();
  }

  private List<Outcome> write(List<Entry> entries) {
    List<NewCustomer> batch = entries.stream().map(Entry::customer).toList();
    Added added = add(entries, batch);
    announced(added);
    Skipped skipped = skipped(others(batch, added));
    return batch.stream()
        .map(
            customer ->
                added.ids().contains(customer.id())
                    ? new Registered(customer.id(), added.at())
                    : skipped.outcome(customer))
        .toList();
  }

  /**
   * Who holds the address of these details.
   *
   * @throws com.ecom.signup.database.DatabaseUnavailableException if nobody can say just now
   */
  public Holder holder(CustomerDetails details) {
    String key = details.email().key();
    StoredCustomer holder =
        database.with(connection -> Customers.byKey(connection, List.of(key))).get(key);
    if (holder == null) {
      return Holder.NOBODY;
    }
    return holder.isRegisteredWith(details) ? Holder.SAME : Holder.OTHER;
  }

  /** Who an address belongs to. */
  public enum Holder {
    NOBODY,
    /** A customer with the same details. */
    SAME,
    /** A customer with other details. */
    OTHER
  }

  private Skipped skipped(List<NewCustomer> others) {
    return others.isEmpty()
        ? Skipped.NOBODY
        : database.with(connection -> Skipped.of(connection, others));
  }

  /** Only what is more than one statement needs a transaction. */
  private Added add(List<Entry> entries, List<NewCustomer> batch) {
    return entries.stream().allMatch(entry -> entry.consents().isEmpty())
        ? database.with(connection -> Customers.add(connection, batch, CustomerRegistered.TYPE))
        : database.inTransaction(connection -> addWithConsents(connection, entries, batch));
  }

  private Added addWithConsents(Connection connection, List<Entry> entries, List<NewCustomer> batch)
      throws SQLException {
    Added added = Customers.add(connection, batch, CustomerRegistered.TYPE);
    for (Entry entry : entries) {
      if (added.ids().contains(entry.customer().id())) {
        agreements.keep(
            connection, entry.customer().id(), entry.customer().details(), entry.consents());
      }
    }
    return added;
  }

  private static List<NewCustomer> others(List<NewCustomer> batch, Added added) {
    return added.ids().size() == batch.size()
        ? List.of()
        : batch.stream().filter(customer -> !added.ids().contains(customer.id())).toList();
  }
}
