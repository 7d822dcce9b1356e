package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.merge.Merge;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Shows two customers side by side and merges them, or keeps that they are two; undoes a merge. */
@Singleton
final class MergePages implements RouteSource {
  private static final String ONE = ConsolePlace.CUSTOMERS.path() + "/{id}";
  private static final String UNDO = "/console/merges/{id}/undo";

  private final Console console;
  private final DirectoryActs directory;
  private final MergeActs merges;

  MergePages(Console console, DirectoryActs directory, MergeActs merges) {
    this.console = console;
    this.directory = directory;
    this.merges = merges;
  }

  @Override
  public void declare(RouteTable table) {
    on(table, HttpMethod.GET, ONE + "/merge/{other}", this::compare);
    on(table, HttpMethod.POST, ONE + "/merge/{other}", this::merge);
    on(table, HttpMethod.POST, ONE + "/distinct/{other}", this::tellApart);
    on(table, HttpMethod.GET, UNDO, this::askUndo);
    on(table, HttpMethod.POST, UNDO, this::undo);
  }

  private void on(
      RouteTable table, HttpMethod method, String path, ConsoleRoute.Operation operation) {
    table.on(
        method,
        path,
        new ConsoleRoute(console, Permission.CUSTOMERS_WRITE, ConsoleReasons.required(operation)));
  }

  private static UUID id(ConsoleCall call) {
    return call.id("id", Problem.CUSTOMER_UNKNOWN);
  }

  private static UUID other(ConsoleCall call) {
    return call.id("other", Problem.CUSTOMER_UNKNOWN);
  }

  private Answer compare(ConsoleCall call) {
    Profile one = directory.show(call, id(call));
    Profile other = directory.show(call, other(call));
    return new Answer.Page(
        200,
        new MergeView(
            call.frame(ConsolePlace.CUSTOMERS),
            one,
            other,
            merges.merge(call, one.id(), other.id(), true),
            merges.merge(call, other.id(), one.id(), true)));
  }

  /** Stays who is first in the path. */
  private Answer merge(ConsoleCall call) {
    Merge merge = merges.merge(call, id(call), other(call), false);
    return new Answer.Elsewhere(CustomerPages.path(merge.survivor()) + "?done=merged");
  }

  private Answer tellApart(ConsoleCall call) {
    merges.tellApart(call, id(call), other(call));
    return new Answer.Elsewhere(CustomerPages.path(id(call)) + "?done=apart");
  }

  private static UUID merged(ConsoleCall call) {
    return call.id("id", Problem.MERGE_UNKNOWN);
  }

  private Answer askUndo(ConsoleCall call) {
    Merge would = merges.undo(call, merged(call), true);
    return new Answer.Page(
        200,
        new UndoView(
            call.frame(ConsolePlace.CUSTOMERS),
            would,
            directory.show(call, would.survivor()),
            directory.show(call, would.merged())));
  }

  private Answer undo(ConsoleCall call) {
    Merge undone = merges.undo(call, merged(call), false);
    return new Answer.Elsewhere(CustomerPages.path(undone.merged()) + "?done=undone");
  }

  /** Asks whether to take a merge back. */
  record UndoView(ConsoleFrame around, Merge merge, Profile survivor, Profile merged)
      implements ConsoleView {
    @Override
    public String template() {
      return "console-undo.html";
    }

    public String id() {
      return merge.id().toString();
    }

    /** The one who stands for both now. */
    public CustomerLine one() {
      return CustomerLine.of(survivor);
    }

    /** The one who would count again. */
    public CustomerLine other() {
      return CustomerLine.of(merged);
    }

    public String back() {
      return CustomerPages.path(survivor.id());
    }

    @Override
    public String toString() {
      return "UndoView[" + merge.id() + "]";
    }
  }
}
