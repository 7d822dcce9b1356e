package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Reason;
import com.ecom.signup.http.PageAnswers.Answer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks people at the console why they look at the data of others, once for all that they do about
 * it; the browser keeps what they say for an hour, and each entry of the audit trail has it.
 */
@Singleton
final class ConsoleReasons implements RouteSource {
  private static final String PATH = "/console/reason";

  private final Console console;
  private final OperatorCookies cookies;

  ConsoleReasons(Console console, OperatorCookies cookies) {
    this.console = console;
    this.cookies = cookies;
  }

  /** Every role has the permission. */
  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET, PATH, new ConsoleRoute(console, Permission.EVENTS_READ, this::another));
    table.on(HttpMethod.POST, PATH, new ConsoleRoute(console, Permission.EVENTS_READ, this::keep));
  }

  /** Does something once there is a reason, for which it asks otherwise. */
  static ConsoleRoute.Operation required(ConsoleRoute.Operation operation) {
    return call -> call.reason().isPresent() ? operation.on(call) : ask(call);
  }

  /** Whoever sent a form when the hour was over begins anew: nothing is done without a reason. */
  private static Answer ask(ConsoleCall call) {
    HttpServerRequest request = call.context().request();
    return request.method().equals(HttpMethod.GET)
        ? page(call, 200, Objects.requireNonNullElse(request.uri(), ConsoleHome.PATH), "", false)
        : new Answer.Elsewhere(PATH);
  }

  private Answer another(ConsoleCall call) {
    return page(call, 200, place(call.query("to")), call.reason().orElse(""), false);
  }

  private Answer keep(ConsoleCall call) {
    String typed = call.fields().value("reason");
    String to = place(call.fields().value("to"));
    Optional<String> reason = Reason.read(typed);
    if (reason.isEmpty()) {
      return page(call, 422, to, typed, true);
    }
    cookies.write(call.context().request(), OperatorCookies.Kind.REASON, reason.get());
    return new Answer.Elsewhere(to);
  }

  private static Answer page(ConsoleCall call, int status, String to, String typed, boolean wrong) {
    return new Answer.Page(status, new ReasonView(call.frame(null, PATH), to, typed, wrong));
  }

  /** Nowhere but within the console. */
  private static String place(String path) {
    return path.matches(Console.UNDER + "[a-z0-9/?&=.:-]*") ? path : ConsoleHome.PATH;
  }

  /**
   * The page that asks.
   *
   * @param to what is shown then
   */
  record ReasonView(ConsoleFrame around, String to, String typed, boolean wrong)
      implements ConsoleView {
    @Override
    public String template() {
      return "console-reason.html";
    }
  }
}
