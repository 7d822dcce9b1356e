package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.Frame;
import com.ecom.signup.page.View;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;

/** Where people land who have signed in: it says who they are, and lets them out. */
@Singleton
final class ConsoleHome implements RouteSource {
  private final Console console;

  ConsoleHome(Console console) {
    this.console = console;
  }

  /** Every role has the permission. */
  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET, "/console", new ConsoleRoute(console, Permission.EVENTS_READ, this::show));
  }

  private Answer show(ConsoleCall call) {
    Frame frame = Frame.of(call.context().request());
    return new Answer.Page(200, new HomeView(frame, call.caller().subject()));
  }

  /**
   * The page.
   *
   * @param subject who has signed in
   */
  record HomeView(Frame frame, String subject) implements View {
    @Override
    public String template() {
      return "console.html";
    }
  }
}
