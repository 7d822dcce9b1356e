package com.ecom.signup.event;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * Shows how many events wait and since when, and how many are parked. Looked up now and then, not
 * when the metrics are read, so that whoever reads them never waits for the database.
 */
@Singleton
public final class Backlog implements Chore {
  private static final Logger LOG = Logger.getLogger(Backlog.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Seconds after which operators should know; an alarm looks for the line that says so. */
  private static final int TOO_LONG = 300;

  private static final int RUNS_A_LINE = 12;

  /** Counting goes no further: more than this is not better known, but only costs more. */
  public static final int COUNTED_AT_MOST = 100_000;

  private static final String COUNT =
      """
      select
        (select count(*)
          from (select from customer.event where waiting_since is not null limit %1$d) as counted),
        (select extract(epoch from now() - min(waiting_since))
          from customer.event where waiting_since is not null),
        (select count(*)
          from (select from customer.event where parked_at is not null limit %1$d) as counted)
      """
          .formatted(COUNTED_AT_MOST);

  private final Database database;
  private volatile Count last = new Count(Double.NaN, Double.NaN, Double.NaN);
  private int runsWithoutLine;

  Backlog(Database database, MeterRegistry meters) {
    this.database = database;
    gauge(meters, "signup.events.waiting", "events that wait for the topic", Count::waiting);
    gauge(
        meters,
        "signup.events.waiting.longest.seconds",
        "how long the first of them has waited",
        Count::longest);
    gauge(meters, "signup.events.parked", "events that an operator has to see to", Count::parked);
  }

  private void gauge(
      MeterRegistry meters, String name, String description, ToDoubleFunction<Count> value) {
    Gauge.builder(name, () -> value.applyAsDouble(last)).description(description).register(meters);
  }

  /**
   * How it stands.
   *
   * @param waiting events in the queue, {@link #COUNTED_AT_MOST} at most
   * @param longest seconds for which the first of them has waited
   * @param parked events that an operator has to see to, {@link #COUNTED_AT_MOST} at most
   */
  public record Count(double waiting, double longest, double parked) {}

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    last = database.with(Backlog::count);
    warn(last);
  }

  /** Once a minute for as long as it lasts. */
  private void warn(Count count) {
    if (count.longest < TOO_LONG) {
      runsWithoutLine = 0;
    } else if (runsWithoutLine++ % RUNS_A_LINE == 0) {
      LOG.warnf(
          "Events have waited for the topic for %.0f s; %.0f wait", count.longest, count.waiting);
    }
  }

  /** Counts by the indexes of what waits and of what is parked. */
  public static Count count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNT)) {
      row.next();
      return new Count(row.getDouble(1), Math.max(0, row.getDouble(2)), row.getDouble(3));
    }
  }
}
