package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Reason;
import com.ecom.signup.event.Redelivery;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.replay.Replay;
import com.ecom.signup.replay.Replays;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages on which events are sent again: first it is said how many, then it is done. */
@Singleton
final class ReplayPages implements RouteSource {
  static final String PATH = ConsolePlace.EVENTS.path() + "/replays";
  private static final String NEW = PATH + "/new";

  private final Console console;
  private final ReplayActs acts;
  private final Replays replays;
  private final Clock clock;

  ReplayPages(Console console, ReplayActs acts, Replays replays, Clock clock) {
    this.console = console;
    this.acts = acts;
    this.replays = replays;
    this.clock = clock;
  }

  @Override
  public void declare(RouteTable table) {
    deciding(table, HttpMethod.GET, NEW, this::begin);
    deciding(table, HttpMethod.POST, PATH, this::order);
    deciding(table, HttpMethod.POST, PATH + "/{id}/cancel", this::cancel);
    table.on(
        HttpMethod.GET,
        PATH + "/{id}",
        new ConsoleRoute(console, Permission.EVENTS_READ, this::show));
  }

  private void deciding(
      RouteTable table, HttpMethod method, String path, ConsoleRoute.Operation operation) {
    table.on(method, path, new ConsoleRoute(console, Permission.EVENTS_WRITE, operation));
  }

  private Answer begin(ConsoleCall call) {
    if (call.query("rate").isEmpty()) {
      return form(call, 200, ReplayForm.EMPTY, List.of(), null, false);
    }
    ReplayForm form = ReplayForm.of(call::query);
    return form.wrong().isEmpty()
        ? counted(call, 200, form, false)
        : form(call, 422, form, form.wrong(), null, false);
  }

  private Answer counted(ConsoleCall call, int status, ReplayForm typed, boolean reasonWrong) {
    ReplayForm form = typed.until(clock.instant());
    return form(
        call,
        status,
        form,
        List.of(),
        replays.wouldQueue(form.order(), clock.instant()),
        reasonWrong);
  }

  private static Answer form(
      ConsoleCall call,
      int status,
      ReplayForm form,
      List<String> wrong,
      Redelivery.@Nullable Would would,
      boolean reasonWrong) {
    return new Answer.Page(
        status,
        new NewReplayView(call.frame(ConsolePlace.EVENTS, NEW), form, wrong, would, reasonWrong));
  }

  private Answer order(ConsoleCall call) {
    ReplayForm form = ReplayForm.of(call.fields()::value);
    if (!form.wrong().isEmpty()) {
      return form(call, 422, form, form.wrong(), null, false);
    }
    String reason = call.fields().value("reason");
    if (Reason.read(reason).isEmpty()) {
      return counted(call, 422, form, true);
    }
    Replay replay = acts.order(call.because(reason), form.order());
    return new Answer.Elsewhere(PATH + "/" + replay.id());
  }

  private Answer show(ConsoleCall call) {
    return new Answer.Page(
        200,
        new ReplayView(
            call.frame(ConsolePlace.EVENTS),
            find(call),
            call.caller().may(Permission.EVENTS_WRITE),
            call.isForPart()));
  }

  private Answer cancel(ConsoleCall call) {
    UUID id = find(call).id();
    if (!acts.cancel(call, id)) {
      throw new Refusal(Problem.REPLAY_ENDED);
    }
    return new Answer.Elsewhere(PATH + "/" + id);
  }

  private Replay find(ConsoleCall call) {
    return replays
        .find(call.id("id", Problem.REPLAY_UNKNOWN))
        .orElseThrow(() -> new Refusal(Problem.REPLAY_UNKNOWN));
  }
}
