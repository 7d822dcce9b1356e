package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.database.Database;
import com.ecom.signup.event.Backlog;
import com.ecom.signup.event.Entry;
import com.ecom.signup.event.EventId;
import com.ecom.signup.event.Ledger;
import com.ecom.signup.event.Place;
import com.ecom.signup.event.Status;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.replay.Replays;
import com.ecom.signup.template.Texts;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page of events, and the decisions about those that are parked. */
@Singleton
final class EventPages implements RouteSource {
  private static final String PATH = ConsolePlace.EVENTS.path();
  private static final String PARKED = PATH + "/parked";
  private static final int PAGE = 50;
  private static final int REPLAYS = 10;

  /** What the page can say that was done. */
  private static final Set<String> DONE = Set.of("retried", "discarded", "none");

  private final Console console;
  private final Database database;
  private final EventActs acts;
  private final Replays replays;

  EventPages(Console console, Database database, EventActs acts, Replays replays) {
    this.console = console;
    this.database = database;
    this.acts = acts;
    this.replays = replays;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, PATH, new ConsoleRoute(console, Permission.EVENTS_READ, this::list));
    table.on(
        HttpMethod.GET,
        PARKED + "/{id}",
        new ConsoleRoute(console, Permission.EVENTS_READ, this::show));
    deciding(table, HttpMethod.GET, PARKED, this::askAll);
    deciding(table, HttpMethod.POST, PARKED, this::retryAll);
    deciding(table, HttpMethod.POST, PARKED + "/{id}/retry", this::retry);
    deciding(table, HttpMethod.POST, PARKED + "/{id}/discard", this::discard);
  }

  private void deciding(
      RouteTable table, HttpMethod method, String path, ConsoleRoute.Operation operation) {
    table.on(method, path, new ConsoleRoute(console, Permission.EVENTS_WRITE, operation));
  }

  private Answer list(ConsoleCall call) {
    @Nullable Place after = Place.parse(call.query("after")).orElse(null);
    boolean part = call.isForPart();
    Backlog.Count count = database.with(Backlog::count);
    List<Entry> parked =
        part
            ? List.of()
            : database.with(connection -> Ledger.inStatus(connection, Status.PARKED, after, PAGE));
    String next = parked.size() == PAGE ? PATH + "?after=" + Place.of(parked.getLast()) : "";
    return new Answer.Page(
        200,
        new EventsView(
            call.frame(ConsolePlace.EVENTS),
            count,
            parked,
            next,
            part ? List.of() : replays.newest().stream().limit(REPLAYS).toList(),
            done(call),
            decides(call),
            part));
  }

  private static boolean decides(ConsoleCall call) {
    return call.caller().may(Permission.EVENTS_WRITE);
  }

  /** Taken from the address, so it may be nothing but one of a few words and a number. */
  private static String done(ConsoleCall call) {
    String word = call.query("done");
    String count = call.query("count");
    return DONE.contains(word) && count.matches("\\d{1,6}")
        ? Texts.in(call.language()).get("events_done_" + word, Integer.parseInt(count))
        : "";
  }

  private static Answer done(String word, int count) {
    return new Answer.Elsewhere(PATH + "?done=%s&count=%d".formatted(word, count));
  }

  private Answer show(ConsoleCall call) {
    Entry entry = find(call);
    return new Answer.Page(
        200, new EventView(call.frame(ConsolePlace.EVENTS), entry, decides(call)));
  }

  private Entry find(ConsoleCall call) {
    return acts.find(id(call)).orElseThrow(() -> new Refusal(Problem.EVENT_UNKNOWN));
  }

  private static EventId id(ConsoleCall call) {
    return EventId.parse(PathPattern.parameter(call.context(), "id"))
        .orElseThrow(() -> new Refusal(Problem.EVENT_UNKNOWN));
  }

  private Answer askAll(ConsoleCall call) {
    int parked = (int) database.with(Backlog::count).parked();
    return parked == 0
        ? done("none", 0)
        : new Answer.Page(
            200,
            new RetryView(
                call.frame(ConsolePlace.EVENTS), parked, parked > EventActs.RETRIED_AT_ONCE));
  }

  private Answer retryAll(ConsoleCall call) {
    int retried = acts.retryParked(call.because(call.fields().value("reason")), null);
    return done(retried == 0 ? "none" : "retried", retried);
  }

  private Answer retry(ConsoleCall call) {
    return decided(
        acts.retry(call.because(call.fields().value("reason")), id(call)),
        "retried",
        Problem.EVENT_DELIVERED);
  }

  private Answer discard(ConsoleCall call) {
    return decided(
        acts.discard(call.because(call.fields().value("reason")), id(call)),
        "discarded",
        Problem.EVENT_NOT_PARKED);
  }

  private static Answer decided(boolean decided, String word, Problem otherwise) {
    if (!decided) {
      throw new Refusal(otherwise);
    }
    return done(word, 1);
  }
}
