package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.metrics.Sample;
import com.ecom.signup.metrics.Samples;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the service does, as curves of the last half hour, and what their script asks for. */
@Singleton
final class DashboardPages implements RouteSource {
  private static final String PATH = ConsolePlace.DASHBOARD.path();
  private static final double MILLIS = 1000;
  private static final double PERCENT = 100;

  private final Console console;
  private final RegistrationPace pace;
  private final Samples samples;

  DashboardPages(Console console, RegistrationPace pace, Samples samples) {
    this.console = console;
    this.pace = pace;
    this.samples = samples;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, PATH, new ConsoleRoute(console, Permission.EVENTS_READ, this::show));
    table.on(
        HttpMethod.GET,
        PATH + "/data",
        new ConsoleRoute(console, Permission.EVENTS_READ, this::data));
  }

  private Answer show(ConsoleCall call) {
    return new Answer.Page(
        200,
        new DashboardView(
            call.frame(ConsolePlace.DASHBOARD),
            pace.lastMinutes().getLast(),
            samples.kept(),
            pace.confirms()));
  }

  private Answer data(ConsoleCall call) {
    List<RegistrationPace.Minute> minutes = pace.lastMinutes();
    List<Sample> kept = samples.kept();
    return new Answer.Data(
        Reply.ok(
            json -> {
              json.writeObjectFieldStart("minutes");
              column(json, "at", minutes, minute -> minute.beginning().getEpochSecond());
              column(json, "registered", minutes, RegistrationPace.Minute::registered);
              column(json, "received", minutes, RegistrationPace.Minute::received);
              json.writeEndObject();
              json.writeObjectFieldStart("samples");
              column(json, "at", kept, sample -> sample.at().getEpochSecond());
              column(json, "waiting", kept, Sample::waiting);
              column(json, "longest", kept, Sample::longest);
              column(json, "parked", kept, Sample::parked);
              column(json, "answered", kept, Sample::answered);
              column(json, "failures", kept, sample -> sample.failures() * PERCENT);
              column(json, "median", kept, sample -> sample.median() * MILLIS);
              column(json, "slowest", kept, sample -> sample.slowest() * MILLIS);
              json.writeEndObject();
            }));
  }

  /** The values of a curve; what is not known is null. */
  private static <T> void column(
      JsonGenerator json, String name, List<T> rows, ToDoubleFunction<T> value) throws IOException {
    json.writeArrayFieldStart(name);
    for (T row : rows) {
      double number = value.applyAsDouble(row);
      if (Double.isNaN(number)) {
        json.writeNull();
      } else if (number == Math.rint(number)) {
        json.writeNumber((long) number);
      } else {
        json.writeNumber(Math.round(number * MILLIS) / MILLIS);
      }
    }
    json.writeEndArray();
  }
}
