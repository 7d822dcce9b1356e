package com.ecom.signup.mail;

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

/** Shows how many mails wait and since when; looked up now and then, as the backlog of events. */
@Singleton
final class MailBacklog implements Chore {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** Counting goes no further. */
  private static final String COUNT =
      """
      select
        (select count(*)
          from (select from customer.mail where waiting_since is not null limit 100000) as counted),
        (select extract(epoch from now() - min(waiting_since))
          from customer.mail where waiting_since is not null)
      """;

  private final Database database;
  private volatile Count last = new Count(Double.NaN, Double.NaN);

  MailBacklog(Database database, MeterRegistry meters) {
    this.database = database;
    Gauge.builder("signup.mails.waiting", () -> last.waiting())
        .description("mails that wait to be sent")
        .register(meters);
    Gauge.builder("signup.mails.waiting.longest.seconds", () -> last.longest())
        .description("how long the first of them has waited")
        .register(meters);
  }

  private record Count(double waiting, double longest) {}

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    last = database.with(MailBacklog::count);
  }

  private static Count count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNT)) {
      row.next();
      return new Count(row.getDouble(1), Math.max(0, row.getDouble(2)));
    }
  }
}
