package com.ecom.signup.mail;

import com.ecom.signup.chore.Worker;
import com.ecom.signup.database.Database;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.database.OnceOpen;
import com.ecom.signup.mail.Mails.Before;
import com.ecom.signup.mail.Mails.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends mails, each at least once, bounded in number for each address. One runs in every replica.
 *
 * <p>Unlike an event, a mail holds secrets that are kept as hashes only. So it is written in one
 * transaction, which also puts it off for as long as a replica may take to send it, and then sent:
 * a replica that dies in between leaves the mail to another, which writes it anew; the links of
 * both work.
 *
 * <p>What is refused is given up, what fails is tried again with growing pauses for a day.
 */
@Singleton
public final class MailRelay implements OnceOpen {
  private static final Logger LOG = Logger.getLogger(MailRelay.class);

  private static final int BATCH = 10;
  private static final Duration TIME_TO_SEND = Duration.ofMinutes(3);
  private static final Duration UNTIL_OTHERS_ARE_DONE = Duration.ofSeconds(1);
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Database database;
  private final Optional<MailServer> server;
  private final Map<String, Letters> letters = new HashMap<>();
  private final Duration coolDown;
  private final MailCounts counts;
  private final Worker worker = new Worker("mails", this::run);

  MailRelay(
      Database database,
      Instance<MailServer> servers,
      Instance<Letters> letters,
      MailSettings settings,
      MeterRegistry meters) {
    this.database = database;
    this.server = servers.stream().filter(MailServer::isChosen).findFirst();
    letters.forEach(some -> this.letters.put(some.kind(), some));
    this.coolDown = settings.coolDown();
    this.counts = new MailCounts(meters);
  }

  @Override
  public void databaseOpened() {
    if (server.isPresent()) {
      worker.start();
    }
  }

  /** Says that there is a mail to send. */
  public void wake() {
    worker.wake();
  }

  void close(@Observes ShutdownEvent ended) throws InterruptedException {
    worker.close();
  }

  private void run() {
    MailServer chosen = server.orElseThrow();
    while (!worker.isClosing()) {
      boolean more = false;
      try {
        more = round(chosen);
      } catch (DatabaseUnavailableException e) {
        LOG.debugf("Mails wait for the database: %s", e.reason());
      } catch (RuntimeException | Error e) {
        LOG.errorf("Mails could not be sent (%s)", e.getClass().getName());
        LOG.debug("Mails could not be sent", e);
      }
      if (!more) {
        worker.await(LONGEST_IDLE);
      }
    }
  }

  private boolean round(MailServer chosen) {
    Map<Waiting, Letter> written = database.inTransaction(this::write);
    written.forEach((waiting, letter) -> send(chosen, waiting, letter));
    return !written.isEmpty();
  }

  private Map<Waiting, Letter> write(Connection connection) throws SQLException {
    Map<Waiting, Letter> written = new LinkedHashMap<>();
    for (Waiting waiting : Mails.take(connection, BATCH)) {
      write(connection, waiting).ifPresent(letter -> written.put(waiting, letter));
    }
    return written;
  }

  private Optional<Letter> write(Connection connection, Waiting waiting) throws SQLException {
    Mail mail = waiting.mail();
    Letters author = letters.get(mail.kind());
    if (author == null) {
      return giveUp(connection, mail, "unknown-kind");
    }
    if (!Mails.hold(connection, waiting.addressHash())) {
      Mails.putOff(connection, mail.id(), UNTIL_OTHERS_ARE_DONE, null);
      return Optional.empty();
    }
    Before before = Mails.before(connection, mail.kind(), waiting.addressHash(), mail.id());
    if (before.ofKindToday() >= author.mostADay()) {
      return giveUp(connection, mail, "too-many");
    }
    if (before.sinceLast().compareTo(coolDown) < 0) {
      Mails.putOff(connection, mail.id(), coolDown.minus(before.sinceLast()), null);
      return Optional.empty();
    }
    if (waiting.age().compareTo(PATIENCE) > 0) {
      return giveUp(connection, mail, "too-old");
    }
    Optional<Letter> letter = author.write(connection, mail);
    if (letter.isEmpty()) {
      return giveUp(connection, mail, "no-reason");
    }
    Mails.written(connection, mail.id(), letter.get().kind(), TIME_TO_SEND);
    return letter;
  }

  private Optional<Letter> giveUp(Connection connection, Mail mail, String reason)
      throws SQLException {
    Mails.giveUp(connection, mail.id(), reason);
    counts.count(reason);
    return Optional.empty();
  }

  private void send(MailServer chosen, Waiting waiting, Letter letter) {
    Mail mail = waiting.mail();
    try {
      String messageId = chosen.send(mail.address(), letter);
      counts.count("sent");
      note(connection -> Mails.sent(connection, mail.id(), messageId));
    } catch (MailRefusedException e) {
      LOG.warnf("Mail %s is given up: the server says %s", mail, e.getMessage());
      counts.count("refused");
      note(connection -> Mails.giveUp(connection, mail.id(), String.valueOf(e.getMessage())));
    } catch (MailUnavailableException e) {
      LOG.warnf("Mail %s waits for the server: %s", mail, e.getMessage());
      counts.count("failed");
      Duration pause = pause(waiting.attempts());
      note(
          connection -> Mails.putOff(connection, mail.id(), pause, String.valueOf(e.getMessage())));
    }
  }

  private static Duration pause(int attempts) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 20));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  @FunctionalInterface
  private interface Note {
    void in(Connection connection) throws SQLException;
  }

  private void note(Note note) {
    database.with(
        connection -> {
          note.in(connection);
          return true;
        });
  }
}
