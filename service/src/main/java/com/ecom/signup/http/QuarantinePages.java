package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.confirmation.Quarantine;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Texts;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The registrations that look like abuse, each to be released or discarded. */
@Singleton
final class QuarantinePages implements RouteSource {
  private static final int PAGE = 100;

  private final Console console;
  private final QuarantineActs quarantine;

  QuarantinePages(Console console, QuarantineActs quarantine) {
    this.console = console;
    this.quarantine = quarantine;
  }

  @Override
  public void declare(RouteTable table) {
    String path = ConsolePlace.QUARANTINE.path();
    table.on(
        HttpMethod.GET,
        path,
        new ConsoleRoute(console, Permission.QUARANTINE_READ, ConsoleReasons.required(this::show)));
    on(table, path + "/{id}/release", "released", quarantine::release);
    on(table, path + "/{id}/drop", "dropped", quarantine::drop);
  }

  private void on(
      RouteTable table, String path, String done, BiConsumer<ConsoleCall, UUID> decision) {
    table.on(
        HttpMethod.POST,
        path,
        new ConsoleRoute(
            console,
            Permission.QUARANTINE_WRITE,
            ConsoleReasons.required(
                call -> {
                  decision.accept(call, call.id("id", Problem.REGISTRATION_UNKNOWN));
                  return new Answer.Elsewhere(ConsolePlace.QUARANTINE.path() + "?done=" + done);
                })));
  }

  private Answer show(ConsoleCall call) {
    return new Answer.Page(
        200,
        new QuarantineView(
            call.frame(ConsolePlace.QUARANTINE), quarantine.list(call, PAGE), call.query("done")));
  }

  /**
   * The page.
   *
   * @param done what has just been done; empty if nothing was
   */
  record QuarantineView(ConsoleFrame around, List<Quarantine.Entry> entries, String done)
      implements ConsoleView {
    @Override
    public String template() {
      return "console-quarantine.html";
    }

    /** Whether there may be more than are shown. */
    public boolean full() {
      return entries.size() == PAGE;
    }

    public boolean writes() {
      return around.may(Permission.QUARANTINE_WRITE);
    }

    /** In a sentence; empty if nothing was done. */
    public String notice() {
      return Set.of("released", "dropped").contains(done)
          ? Texts.in(frame().language()).get("console_done_" + done)
          : "";
    }

    @Override
    public String toString() {
      return "QuarantineView[" + entries.size() + "]";
    }
  }
}
