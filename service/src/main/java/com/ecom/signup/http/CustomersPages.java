package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.customer.Directory;
import com.ecom.signup.customer.Filter;
import com.ecom.signup.customer.Matches;
import com.ecom.signup.customer.Place;
import com.ecom.signup.customer.Position;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Search.Found;
import com.ecom.signup.customer.SearchTerm;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Finds customers while somebody types. What they type is personal, so that it is sent in forms
 * alone, with script and without; with it, the answer is the part of the page that changes.
 */
@Singleton
final class CustomersPages implements RouteSource {
  private static final int PAGE = 20;

  private final Console console;
  private final DirectoryActs directory;
  private final PendingActs pending;

  CustomersPages(Console console, DirectoryActs directory, PendingActs pending) {
    this.console = console;
    this.directory = directory;
    this.pending = pending;
  }

  @Override
  public void declare(RouteTable table) {
    String path = ConsolePlace.CUSTOMERS.path();
    table.on(
        HttpMethod.GET,
        path,
        new ConsoleRoute(
            console, Permission.CUSTOMERS_READ, ConsoleReasons.required(CustomersPages::empty)));
    table.on(
        HttpMethod.POST,
        path,
        new ConsoleRoute(
            console, Permission.CUSTOMERS_READ, ConsoleReasons.required(this::search)));
    table.on(
        HttpMethod.POST,
        "/console/pending/{id}/resend",
        new ConsoleRoute(
            console, Permission.CUSTOMERS_WRITE, ConsoleReasons.required(this::resend)));
  }

  private static Answer empty(ConsoleCall call) {
    return new Answer.Page(
        200,
        CustomersView.empty(
            call.frame(ConsolePlace.CUSTOMERS), Sought.NOTHING, call.query("done")));
  }

  private Answer search(ConsoleCall call) {
    Sought sought = Sought.of(call.fields());
    CustomersView empty = CustomersView.empty(call.frame(ConsolePlace.CUSTOMERS), sought, "");
    CustomersView found =
        sought.typed().isBlank() ? listed(call, sought, empty) : found(call, sought, empty);
    return new Answer.Page(200, call.isForPart() ? found.asPart() : found);
  }

  /** Who types nothing sees all, page by page. */
  private CustomersView listed(ConsoleCall call, Sought sought, CustomersView empty) {
    Filter filter = sought.filter();
    Position after = Position.parse(sought.after()).orElse(Position.FIRST);
    List<Profile> profiles = directory.list(call, after, filter, PAGE);
    String next = profiles.size() == PAGE ? Directory.end(profiles.getLast(), filter).word() : "";
    return empty.with(profiles, false, next);
  }

  private CustomersView found(ConsoleCall call, Sought sought, CustomersView empty) {
    Optional<SearchTerm> term = sought.term();
    if (term.isEmpty()) {
      return empty.unreadable();
    }
    Place after = Place.parse(sought.after()).orElse(Place.FIRST);
    Matches matches = directory.find(call, term.get(), sought.filter(), after, PAGE);
    CustomersView found =
        empty.with(
            matches.found().stream().map(Found::profile).toList(),
            matches.near(),
            matches.next().map(Place::word).orElse(""));
    return term.get() instanceof SearchTerm.Address && !sought.goesOn()
        ? found.with(pending.of(call, sought.typed()).orElse(List.of()))
        : found;
  }

  private Answer resend(ConsoleCall call) {
    pending.sendAgain(call, call.id("id", Problem.REGISTRATION_UNKNOWN));
    return new Answer.Elsewhere(ConsolePlace.CUSTOMERS.path() + "?done=resent");
  }

  /**
   * What somebody looks for, as the form has it.
   *
   * @param by what it is said to be: {@code name}, {@code email}, {@code phone}; or it is guessed
   * @param after where to go on; empty for the first page
   */
  record Sought(String typed, String by, String status, String after) {
    static final Sought NOTHING = new Sought("", "", "", "");

    static Sought of(FormFields fields) {
      return new Sought(
          fields.value("q"), fields.value("by"), fields.value("status"), fields.value("after"));
    }

    boolean goesOn() {
      return !after.isEmpty();
    }

    Filter filter() {
      return new Filter(DirectoryActs.standing(status).orElse(null), null, null);
    }

    Optional<SearchTerm> term() {
      return switch (by) {
        case "name" -> SearchTerm.name(typed);
        case "email" -> SearchTerm.address(typed);
        case "phone" -> SearchTerm.phone(typed);
        default -> SearchTerm.guessed(typed);
      };
    }

    @Override
    public String toString() {
      return "Sought[***]";
    }
  }
}
