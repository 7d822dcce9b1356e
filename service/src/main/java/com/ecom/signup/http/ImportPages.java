package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Texts;
import com.ecom.signup.transfer.Counts;
import com.ecom.signup.transfer.FileRefusedException;
import com.ecom.signup.transfer.Format;
import com.ecom.signup.transfer.Import;
import com.ecom.signup.transfer.ImportOrder;
import com.ecom.signup.transfer.Imports;
import com.ecom.signup.transfer.Outcome;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The pages on which files of customers are taken in. */
@Singleton
final class ImportPages implements RouteSource {
  static final String PATH = ConsolePlace.IMPORTS.path();

  private final Console console;
  private final ImportActs acts;
  private final Imports imports;

  ImportPages(Console console, ImportActs acts, Imports imports) {
    this.console = console;
    this.acts = acts;
    this.imports = imports;
  }

  @Override
  public void declare(RouteTable table) {
    on(table, HttpMethod.GET, PATH, this::list);
    on(table, HttpMethod.GET, PATH + "/{id}", this::show);
    on(table, HttpMethod.POST, PATH + "/{id}/cancel", this::cancel);
    table.on(
        HttpMethod.POST, PATH, new ConsoleUpload(console, Permission.CUSTOMERS_IMPORT, this::take));
    on(table, HttpMethod.GET, PATH + "/{id}/refused", this::refused);
  }

  private void on(
      RouteTable table, HttpMethod method, String path, ConsoleRoute.Operation operation) {
    table.on(method, path, new ConsoleRoute(console, Permission.CUSTOMERS_IMPORT, operation));
  }

  private Answer list(ConsoleCall call) {
    return new Answer.Page(
        200, new ImportsView(call.frame(ConsolePlace.IMPORTS), imports.newest(), call.isForPart()));
  }

  private Answer show(ConsoleCall call) {
    return new Answer.Page(
        200, new ImportView(call.frame(ConsolePlace.IMPORTS), find(call), call.isForPart()));
  }

  private Answer cancel(ConsoleCall call) {
    UUID id = find(call).id();
    if (!acts.cancel(call, id)) {
      throw new Refusal(Problem.IMPORT_ENDED);
    }
    return new Answer.Elsewhere(PATH + "/" + id);
  }

  private Answer refused(ConsoleCall call) {
    return new Answer.File(acts.refused(call, find(call)));
  }

  private Import find(ConsoleCall call) {
    return imports
        .find(call.id("id", Problem.IMPORT_UNKNOWN))
        .orElseThrow(() -> new Refusal(Problem.IMPORT_UNKNOWN));
  }

  private Answer take(ConsoleCall call, MultipartForm form) {
    Optional<Format> format = Format.ofFileName(form.fileName());
    if (format.isEmpty()) {
      return refusal(call, 422, "imports_no_format", List.of());
    }
    ImportOrder order =
        new ImportOrder(
            null,
            format.get(),
            Format.isPacked(form.fileName()),
            form.fields().value("events").equals("true"),
            names(form.fields().value("ignored")),
            call.caller().subject());
    boolean rehearsed = !form.fields().value("mode").equals("take");
    try {
      return outcome(call, acts.take(call, order, form.file(), rehearsed));
    } catch (FileRefusedException refused) {
      return refusal(
          call,
          422,
          "imports_file_refused",
          refused.marks().stream()
              .map(
                  mark ->
                      new ImportOutcomeView.Row(mark.place(), mark.flaw().message(call.language())))
              .toList());
    }
  }

  private static Set<String> names(String typed) {
    return Arrays.stream(typed.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private Answer outcome(ConsoleCall call, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Finished(Import done) -> finished(call, done);
      case Outcome.Rehearsed(Counts counts, List<Outcome.RefusedRow> refused) ->
          rehearsed(call, counts, refused);
      case Outcome.UnderWay _ -> problem(call, Problem.IMPORT_UNDER_WAY);
      case Outcome.Cancelled _ -> problem(call, Problem.IMPORT_ENDED);
      case Outcome.Differs _ -> problem(call, Problem.IMPORT_FILE_DIFFERS);
    };
  }

  private static Answer finished(ConsoleCall call, Import done) {
    String place = PATH + "/" + done.id();
    return call.isForPart()
        ? page(call, 200, true, "imports_finished", done.counts(), List.of(), place)
        : new Answer.Elsewhere(place);
  }

  private static Answer rehearsed(
      ConsoleCall call, Counts counts, List<Outcome.RefusedRow> refused) {
    Texts texts = Texts.in(call.language());
    return page(
        call,
        200,
        true,
        "imports_rehearsed",
        counts,
        refused.stream()
            .map(row -> ImportOutcomeView.Row.of(row.line(), row.faults(), texts))
            .toList(),
        "");
  }

  private static Answer refusal(
      ConsoleCall call, int status, String key, List<ImportOutcomeView.Row> faults) {
    return page(call, status, false, key, Counts.NONE, faults, "");
  }

  private static Answer page(
      ConsoleCall call,
      int status,
      boolean good,
      String key,
      Counts counts,
      List<ImportOutcomeView.Row> faults,
      String done) {
    Texts texts = Texts.in(call.language());
    return page(
        call,
        status,
        new ImportOutcomeView(
            call.frame(ConsolePlace.IMPORTS),
            good,
            texts.get(key + "_title"),
            texts.get(key + "_lead"),
            counts,
            faults,
            done,
            call.isForPart()));
  }

  private static Answer problem(ConsoleCall call, Problem problem) {
    return page(
        call,
        problem.status(),
        new ImportOutcomeView(
            call.frame(ConsolePlace.IMPORTS),
            false,
            problem.title(call.language()),
            problem.meaning(call.language()),
            Counts.NONE,
            List.of(),
            "",
            call.isForPart()));
  }

  /** What is put into a page has to be a success by its status, or htmx would leave it out. */
  private static Answer page(ConsoleCall call, int status, ImportOutcomeView view) {
    return new Answer.Page(call.isForPart() ? 200 : status, view);
  }
}
