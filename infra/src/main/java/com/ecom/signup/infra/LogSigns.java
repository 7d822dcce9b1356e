package com.ecom.signup.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/**
 * What only the service itself knows, taken from lines of its log: they are there anyhow, while an
 * agent beside it would take a quarter of the task, and each of its metrics 30 cents a month.
 */
final class LogSigns {
  private final Construct scope;
  private final Environment environment;
  private final ILogGroup log;

  LogSigns(Construct scope, Environment environment, ILogGroup log) {
    this.scope = scope;
    this.environment = environment;
    this.log = log;
  }

  void on(Signs signs) {
    signs.above(
        "EventsWait",
        "Events have waited for five minutes: see whether SNS, its topic or a permission is away",
        lines("EventsWaitLines", "Events have waited *"),
        0,
        1);
    signs.above(
        "EventsParked",
        "An event is parked: docs/operations.md, Parked events",
        lines("EventsParkedLines", "Event * is parked: *"),
        0,
        1);
    signs.above(
        "MailsGivenUp",
        "Mails are given up: see what the server says of them",
        lines("MailsGivenUpLines", "Mail * is given up: *"),
        5,
        1);
    signs.above(
        "Secret",
        "The database cannot be reached for want of its secret",
        lines("SecretLines", "*(secret *)*"),
        0,
        1);
  }

  private IMetric lines(String id, String message) {
    MetricFilter filter =
        MetricFilter.Builder.create(scope, id)
            .logGroup(log)
            .filterPattern(FilterPattern.stringValue("$.message", "=", message))
            .metricNamespace("Signup/" + environment.name())
            .metricName(id)
            .metricValue("1")
            .build();
    return filter.metric(
        MetricOptions.builder().statistic("Sum").period(Duration.minutes(1)).build());
  }
}
