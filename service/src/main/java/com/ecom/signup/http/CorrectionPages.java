package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.care.Correction;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.FieldError;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Corrects a customer by a form. The form has the version that it was filled with: whoever was
 * overtaken by another sees what is there now beside what they typed, and decides anew.
 */
@Singleton
final class CorrectionPages implements RouteSource {
  private static final String PATH = ConsolePlace.CUSTOMERS.path() + "/{id}/correct";

  private final Console console;
  private final DirectoryActs directory;
  private final CareActs care;

  CorrectionPages(Console console, DirectoryActs directory, CareActs care) {
    this.console = console;
    this.directory = directory;
    this.care = care;
  }

  @Override
  public void declare(RouteTable table) {
    on(table, HttpMethod.GET, this::show);
    on(table, HttpMethod.POST, this::correct);
  }

  private void on(RouteTable table, HttpMethod method, ConsoleRoute.Operation operation) {
    table.on(
        method,
        PATH,
        new ConsoleRoute(console, Permission.CUSTOMERS_WRITE, ConsoleReasons.required(operation)));
  }

  private Answer show(ConsoleCall call) {
    Profile profile = directory.show(call, call.id("id", Problem.CUSTOMER_UNKNOWN));
    return new Answer.Page(200, CorrectionView.of(frame(call, profile.id()), profile));
  }

  private static ConsoleFrame frame(ConsoleCall call, UUID id) {
    return call.frame(ConsolePlace.CUSTOMERS, CustomerPages.path(id) + "/correct");
  }

  private Answer correct(ConsoleCall call) {
    UUID id = call.id("id", Problem.CUSTOMER_UNKNOWN);
    String seen = call.fields().value("version");
    Correction correction =
        care.correct(
            call,
            id,
            version -> seen.equals(String.valueOf(version)),
            before -> Submission.form(call.fields()));
    return switch (correction) {
      case Correction.Done(Profile profile, boolean changed) ->
          new Answer.Elsewhere(CustomerPages.path(id) + (changed ? "?done=corrected" : ""));
      case Correction.Unknown unknown -> throw new Refusal(Problem.CUSTOMER_UNKNOWN);
      case Correction.NotActive(Profile profile) -> throw new Refusal(Problem.CUSTOMER_NOT_ACTIVE);
      case Correction.Stale stale ->
          again(call, id, 412, Texts.in(call.language()).get("console_correct_changed"));
      case Correction.AddressTaken taken ->
          again(call, id, 409, Problem.ADDRESS_REGISTERED.meaning(call.language()));
      case Correction.Refused(Validation.Refused refused) -> again(call, id, refused);
    };
  }

  private Answer again(ConsoleCall call, UUID id, int status, String problem) {
    Profile now = directory.show(call, id);
    return new Answer.Page(
        status,
        CorrectionView.of(frame(call, id), now).typed(call.fields().values(), List.of(), problem));
  }

  private Answer again(ConsoleCall call, UUID id, Validation.Refused refused) {
    Profile now = directory.show(call, id);
    return new Answer.Page(
        422,
        CorrectionView.of(frame(call, id), now)
            .typed(call.fields().values(), errors(refused, call.language()), ""));
  }

  private static List<FieldError> errors(Validation.Refused refused, Language language) {
    return refused.violations().stream()
        .map(
            violation ->
                new FieldError(violation.field().key(), RuleTexts.message(violation, language)))
        .toList();
  }
}
