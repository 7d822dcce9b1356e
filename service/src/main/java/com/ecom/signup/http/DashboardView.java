package com.ecom.signup.http;

import com.ecom.signup.event.Backlog;
import com.ecom.signup.metrics.Sample;
import com.ecom.signup.template.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of the curves, with their last values for those who see no curves.
 *
 * @param minute the one that is not over
 * @param kept what this replica knows, the oldest first
 * @param confirms whether registrations are confirmed
 */
record DashboardView(
    ConsoleFrame around, RegistrationPace.Minute minute, List<Sample> kept, boolean confirms)
    implements ConsoleView {
  private static final double UNKNOWN = Double.NaN;

  @Override
  public String template() {
    return "console-dashboard.html";
  }

  /**
   * A value.
   *
   * @param name that script finds it by
   */
  public record Value(String name, String label, String value, String unit) {}

  public List<Value> values() {
    Figures figures = new Figures(frame().language());
    Sample last =
        kept.isEmpty()
            ? new Sample(
                Instant.EPOCH, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
            : kept.getLast();
    List<Value> values = new ArrayList<>();
    if (confirms) {
      values.add(value("received", figures.count(minute.received())));
    }
    values.add(value(confirms ? "confirmed" : "registered", figures.count(minute.registered())));
    values.add(value("waiting", figures.count(last.waiting(), Backlog.COUNTED_AT_MOST)));
    values.add(value("longest", figures.number(last.longest(), 0)));
    values.add(value("parked", figures.count(last.parked(), Backlog.COUNTED_AT_MOST)));
    values.add(value("answered", figures.number(last.answered(), 1)));
    values.add(value("failures", figures.number(last.failures() * 100, 2)));
    values.add(value("median", figures.number(last.median() * 1000, 1)));
    values.add(value("slowest", figures.number(last.slowest() * 1000, 1)));
    return values;
  }

  private Value value(String name, String value) {
    Texts texts = Texts.in(frame().language());
    return new Value(
        name.equals("confirmed") ? "registered" : name,
        texts.get("dashboard_" + name),
        value,
        texts.get("dashboard_" + name + "_unit"));
  }
}
