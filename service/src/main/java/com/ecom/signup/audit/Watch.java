package com.ecom.signup.audit;

import com.ecom.signup.audit.Chain.Finding;
import com.ecom.signup.audit.Chain.Place;
import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Walks the newest stretch of the trail now and then, from where it was last seen to be whole, and
 * writes the hash of its end into the log: whoever keeps the log elsewhere keeps that too.
 */
@Singleton
final class Watch implements Chore {
  private static final Logger LOG = Logger.getLogger(Watch.class);
  private static final long STRETCH = 10_000;

  private final Database database;
  private volatile boolean whole = true;
  private volatile Place seen = Place.START;

  Watch(Database database, MeterRegistry meters) {
    this.database = database;
    Gauge.builder("signup.audit.whole", () -> whole ? 1 : 0)
        .description("1 while the newest stretch of the audit trail is whole, 0 once it is not")
        .register(meters);
    Gauge.builder("signup.audit.verified", () -> seen.sequence())
        .description("the newest entry of the audit trail that was seen to be right")
        .register(meters);
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() {
    Finding finding = database.with(this::look);
    whole = finding.whole();
    if (!finding.whole()) {
      LOG.errorf(
          "The audit trail is broken at entry %d (%s)",
          finding.reached().sequence() + 1, finding.broken());
    } else if (!finding.reached().equals(seen)) {
      seen = finding.reached();
      LOG.infof("The audit trail is whole up to entry %d, hash %s", seen.sequence(), seen.hash());
    }
  }

  /** What was seen before has to be there still: so a replica sees an end that was cut off. */
  private Finding look(Connection connection) throws SQLException {
    Place known = seen;
    if (known.equals(Place.START)) {
      long end = Chain.head(connection).sequence();
      return Chain.walk(connection, Chain.at(connection, Math.max(0, end - STRETCH)), STRETCH);
    }
    return Chain.at(connection, known.sequence()).equals(known)
        ? Chain.walk(connection, known, STRETCH)
        : new Finding(new Place(known.sequence() - 1, Entry.NONE), Chain.Fault.MISSING, true);
  }
}
