package com.ecom.signup.http;

import com.ecom.signup.confirmation.PendingRegistrations;
import com.ecom.signup.customer.Census;
import com.ecom.signup.database.Database;
import com.ecom.signup.environment.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many register in each minute, at whichever replica. However many people look, the database is
 * asked once in a few seconds, and only for minutes in which something may still change.
 */
@Singleton
final class RegistrationPace {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int SHOWN = 30;

  /** By then, whatever came in a minute is committed, or never will be. */
  private static final Duration SETTLES = Duration.ofMinutes(1);

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Database database;
  private final PendingRegistrations pending;
  private final boolean confirms;
  private final Clock clock;
  private final TreeMap<Instant, Minute> known = new TreeMap<>();
  private Instant asked = Instant.MIN;

  RegistrationPace(
      Database database, PendingRegistrations pending, Environment environment, Clock clock) {
    this.database = database;
    this.pending = pending;
    this.confirms = environment.policies().confirms();
    this.clock = clock;
  }

  /**
   * A minute.
   *
   * @param registered who became customers; where addresses are confirmed, by confirming
   * @param received registrations that came to be confirmed; 0 where none has to be
   */
  record Minute(Instant beginning, int registered, int received) {}

  /** Whether registrations are confirmed, so that there are two numbers to tell of. */
  boolean confirms() {
    return confirms;
  }

  /** The last half hour, the oldest minute first; the last one is not over. */
  synchronized List<Minute> lastMinutes() {
    Instant now = clock.instant();
    Instant current = now.truncatedTo(ChronoUnit.MINUTES);
    if (Duration.between(asked, now).compareTo(FRESH) > 0) {
      known.headMap(current.minus(MINUTE.multipliedBy(SHOWN))).clear();
      List<Instant> open =
          Stream.iterate(current, minute -> minute.minus(MINUTE))
              .limit(SHOWN)
              .filter(minute -> !known.containsKey(minute) || maySomethingChange(minute))
              .toList();
      count(open).forEach(minute -> known.put(minute.beginning(), minute));
      asked = now;
    }
    return List.copyOf(known.headMap(current, true).values());
  }

  private boolean maySomethingChange(Instant minute) {
    return asked.isBefore(minute.plus(MINUTE).plus(SETTLES));
  }

  private List<Minute> count(List<Instant> minutes) {
    return database.with(
        connection -> {
          List<Integer> registered = Census.registered(connection, minutes, MINUTE);
          List<Integer> received =
              confirms ? pending.received(connection, minutes, MINUTE) : List.of();
          List<Minute> counted = new ArrayList<>();
          for (int i = 0; i < minutes.size(); i++) {
            counted.add(
                new Minute(minutes.get(i), registered.get(i), confirms ? received.get(i) : 0));
          }
          return counted;
        });
  }
}
