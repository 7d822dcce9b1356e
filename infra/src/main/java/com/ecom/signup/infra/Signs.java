package com.ecom.signup.infra;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** Makes alarms that tell the operations topic, when something comes and when it goes. */
final class Signs {
  private final Construct scope;
  private final Environment environment;
  private final ITopic operations;

  Signs(Construct scope, Environment environment, ITopic operations) {
    this.scope = scope;
    this.environment = environment;
    this.operations = operations;
  }

  static IMetric metric(
      String namespace, String name, String statistic, Map<String, String> dimensions) {
    return Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .statistic(statistic)
        .dimensionsMap(dimensions)
        .period(Duration.minutes(1))
        .build();
  }

  /** When the metric is above the bound in as many of the last five minutes. */
  Alarm above(String id, String description, IMetric metric, double bound, int minutes) {
    return alarm(
        id, description, metric, bound, minutes, 5, ComparisonOperator.GREATER_THAN_THRESHOLD);
  }

  /** When the metric has been below the bound for ten minutes. */
  Alarm below(String id, String description, IMetric metric, double bound) {
    return alarm(id, description, metric, bound, 10, 10, ComparisonOperator.LESS_THAN_THRESHOLD);
  }

  private Alarm alarm(
      String id,
      String description,
      IMetric metric,
      double bound,
      int minutes,
      int of,
      ComparisonOperator comparison) {
    Alarm alarm =
        Alarm.Builder.create(scope, id)
            .alarmName(
                environment.named(
                    id.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT)))
            .alarmDescription(description)
            .metric(metric)
            .threshold(bound)
            .comparisonOperator(comparison)
            .datapointsToAlarm(minutes)
            .evaluationPeriods(of)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    SnsAction tell = new SnsAction(operations);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    return alarm;
  }

  static List<String> names(List<Alarm> alarms) {
    return alarms.stream().map(Alarm::getAlarmName).toList();
  }
}
