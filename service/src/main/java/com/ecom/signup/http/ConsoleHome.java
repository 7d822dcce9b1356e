package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.http.PageAnswers.Answer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;

/** Where people land who have signed in: at the first place that they may see. */
@Singleton
final class ConsoleHome implements RouteSource {
  static final String PATH = "/console";

  private final Console console;

  ConsoleHome(Console console) {
    this.console = console;
  }

  /** Every role has the permission. */
  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, PATH, new ConsoleRoute(console, Permission.EVENTS_READ, this::show));
  }

  private Answer show(ConsoleCall call) {
    return new Answer.Elsewhere(ConsolePlace.of(call.caller()).getFirst().path());
  }
}
