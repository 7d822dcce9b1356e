package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.care.Activation;
import com.ecom.signup.care.Reason;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.http.CareActs.Direction;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Lets a customer count or no longer, once somebody has seen what that comes to. */
@Singleton
final class ActivationPages implements RouteSource {
  private final Console console;
  private final CareActs care;

  ActivationPages(Console console, CareActs care) {
    this.console = console;
    this.care = care;
  }

  @Override
  public void declare(RouteTable table) {
    for (Direction direction : Direction.values()) {
      on(table, HttpMethod.GET, direction, call -> show(call, direction));
      on(table, HttpMethod.POST, direction, call -> decide(call, direction));
    }
  }

  private void on(
      RouteTable table, HttpMethod method, Direction direction, ConsoleRoute.Operation operation) {
    table.on(
        method,
        ConsolePlace.CUSTOMERS.path() + "/{id}/" + verb(direction),
        new ConsoleRoute(console, Permission.CUSTOMERS_WRITE, ConsoleReasons.required(operation)));
  }

  private static String verb(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /** Which code is given makes no difference to what would happen. */
  private Answer show(ConsoleCall call, Direction direction) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    Activation.Done would = done(care.rehearse(id, direction, Reason.REQUESTED));
    return new Answer.Page(
        200,
        new ActivationView(
            call.frame(ConsolePlace.CUSTOMERS),
            would.profile(),
            verb(direction),
            would.changed() ? 1 : 0));
  }

  private Answer decide(ConsoleCall call, Direction direction) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    Reason reason =
        Reason.of(call.fields().value("code"))
            .orElseThrow(() -> new Refusal(Problem.VALIDATION_FAILED));
    Activation.Done done = done(care.decide(call, id, direction, reason));
    return new Answer.Elsewhere(
        CustomerPages.path(done.profile().id()) + "?done=" + verb(direction) + "d");
  }

  private static Activation.Done done(Activation activation) {
    return switch (activation) {
      case Activation.Done done -> done;
      case Activation.Unknown unknown -> throw new Refusal(Problem.CUSTOMER_UNKNOWN);
      case Activation.Superseded superseded -> throw new Refusal(Problem.CUSTOMER_SUPERSEDED);
      case Activation.AddressTaken taken -> throw new Refusal(Problem.ADDRESS_REGISTERED);
    };
  }

  /**
   * Asks whether to do it.
   *
   * @param profile as the customer would be
   * @param customers how many would change
   */
  record ActivationView(ConsoleFrame around, Profile profile, String verb, int customers)
      implements ConsoleView {
    @Override
    public String template() {
      return "console-activation.html";
    }

    public String path() {
      return CustomerPages.path(profile.id());
    }

    public String name() {
      return CustomerLine.of(profile).name();
    }

    /** The codes of reasons. */
    public List<String> codes() {
      return Arrays.stream(Reason.values()).map(Reason::code).toList();
    }

    @Override
    public String toString() {
      return "ActivationView[" + profile.id() + "]";
    }
  }
}
