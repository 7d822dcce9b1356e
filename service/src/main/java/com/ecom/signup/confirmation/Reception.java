package com.ecom.signup.confirmation;

import com.ecom.signup.batch.Coalescer;
import com.ecom.signup.batch.OneByOne;
import com.ecom.signup.database.Database;
import com.ecom.signup.mail.MailRelay;
import com.ecom.signup.mail.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Takes registrations that are to be confirmed, those that arrive together in one transaction with
 * their mails. Nobody looks whether the address is known: that is for the mail to say, so that what
 * happens here, and how long it takes, is the same for every address.
 */
@Singleton
public final class Reception {
  private final Database database;
  private final Outbox outbox;
  private final MailRelay mails;
  private final ConfirmationSettings settings;
  private final Coalescer<PendingRegistration, Receipt> coalescer;

  Reception(
      Database database,
      Outbox outbox,
      MailRelay mails,
      ConfirmationSettings settings,
      MeterRegistry meters) {
    this.database = database;
    this.outbox = outbox;
    this.mails = mails;
    this.settings = settings;
    this.coalescer =
        new Coalescer<>(
            "confirmations",
            settings,
            new OneByOne<PendingRegistration, Receipt>("registration", this::write, Receipt.FAILED)
                ::apply,
            Receipt.UNAVAILABLE,
            Receipt.FAILED,
            meters);
  }

  @PostConstruct
  void start() {
    coalescer.start();
  }

  void close(@Observes ShutdownEvent ended) {
    coalescer.close();
  }

  /** Whether a registration would be turned away now. */
  public boolean isBusy() {
    return coalescer.turnsAway();
  }

  /**
   * Takes a registration.
   *
   * @param home runs {@code then}, once it is committed or it is certain that it will not be
   */
  public void receive(PendingRegistration registration, Executor home, Consumer<Receipt> then) {
    coalescer.ask(registration, home, then);
  }

  private List<Receipt> write(List<PendingRegistration> batch) {
    List<Receipt> receipts = database.inTransaction(connection -> write(connection, batch));
    mails.wake();
    return receipts;
  }

  private List<Receipt> write(Connection connection, List<PendingRegistration> batch)
      throws SQLException {
    Set<UUID> added = PendingBatch.add(connection, batch, settings.time());
    List<UUID> others =
        batch.stream().map(PendingRegistration::id).filter(id -> !added.contains(id)).toList();
    Map<UUID, UUID> fingerprints =
        others.isEmpty() ? Map.of() : PendingBatch.fingerprints(connection, others);
    for (PendingRegistration registration : batch) {
      if (added.contains(registration.id()) && !registration.quarantined()) {
        ConfirmationLetters.order(connection, outbox, registration.id(), registration);
      }
    }
    return batch.stream().map(one -> receipt(one, fingerprints)).toList();
  }

  private static Receipt receipt(PendingRegistration one, Map<UUID, UUID> fingerprints) {
    UUID before = fingerprints.get(one.id());
    return before == null || before.equals(one.fingerprint())
        ? Receipt.RECEIVED
        : Receipt.KEY_REUSED;
  }
}
