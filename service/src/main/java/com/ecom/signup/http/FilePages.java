package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;

/** All that is kept of one customer as a file, for those who asked for it. */
@Singleton
final class FilePages implements RouteSource {
  private final Console console;
  private final PersonFiles files;

  FilePages(Console console, PersonFiles files) {
    this.console = console;
    this.files = files;
  }

  @Override
  public void declare(RouteTable table) {
    on(table, "json", false);
    on(table, "csv", true);
  }

  private void on(RouteTable table, String ending, boolean csv) {
    table.on(
        HttpMethod.GET,
        ConsolePlace.CUSTOMERS.path() + "/{id}/customer." + ending,
        new ConsoleRoute(
            console,
            Permission.CUSTOMERS_DISCLOSE,
            ConsoleReasons.required(
                call ->
                    new Answer.File(
                        files.of(call, call.id("id", Problem.CUSTOMER_UNKNOWN), csv)))));
  }
}
