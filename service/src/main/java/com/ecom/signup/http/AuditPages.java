package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Chain.Finding;
import com.ecom.signup.audit.Entries;
import com.ecom.signup.audit.Filter;
import com.ecom.signup.audit.StoredEntry;
import com.ecom.signup.database.Database;
import com.ecom.signup.http.PageAnswers.Answer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail, for auditors: pages of it, all of it as a file, and whether it is whole. */
@Singleton
final class AuditPages implements RouteSource {
  private static final int PAGE = 50;

  private final Console console;
  private final Database database;

  AuditPages(Console console, Database database) {
    this.console = console;
    this.database = database;
  }

  @Override
  public void declare(RouteTable table) {
    String path = ConsolePlace.AUDIT.path();
    AuditExport export = new AuditExport(database);
    on(table, HttpMethod.GET, path, call -> show(call, null));
    on(
        table,
        HttpMethod.GET,
        path + "/audit.ndjson",
        call -> new Answer.File(export.download(call, filter(call))));
    on(table, HttpMethod.POST, path + "/verify", this::verify);
  }

  private void on(
      RouteTable table, HttpMethod method, String path, ConsoleRoute.Operation operation) {
    table.on(method, path, new ConsoleRoute(console, Permission.AUDIT_READ, operation));
  }

  /**
   * Ids and words alone: nothing personal is in such a query.
   *
   * @throws Refusal if what should be an id is none
   */
  private static Filter filter(ConsoleCall call) {
    String subject = call.query("subject").strip();
    return new Filter(
        subject.isEmpty()
            ? null
            : OperatorCall.uuid(subject)
                .orElseThrow(
                    () ->
                        new Refusal(
                            List.of(
                                new Invalid("subject", "not-readable", Wording.of("invalid_id"))))),
        text(call.query("actor")),
        text(call.query("action")),
        null,
        null);
  }

  private static @Nullable String text(String value) {
    return value.isBlank() ? null : value.strip();
  }

  private Answer show(ConsoleCall call, @Nullable Finding finding) {
    Filter filter = filter(call);
    long before = AuditRoutes.sequence(call.query("after")).orElse(Long.MAX_VALUE);
    List<StoredEntry> entries =
        database.with(connection -> Entries.newest(connection, filter, before, PAGE));
    ConsoleFrame frame = call.frame(ConsolePlace.AUDIT);
    return new Answer.Page(200, new AuditView(frame, filter, entries, finding));
  }

  /** From the first on, or on from where it was left. */
  private Answer verify(ConsoleCall call) {
    long from = AuditRoutes.sequence(call.fields().value("from")).orElse(1L);
    Finding finding = database.with(connection -> AuditRoutes.walk(connection, from, null));
    return show(call, finding);
  }

  /**
   * The page.
   *
   * @param finding of looking whether the trail is whole; null where nobody asked
   */
  record AuditView(
      ConsoleFrame around, Filter filter, List<StoredEntry> entries, @Nullable Finding finding)
      implements ConsoleView {
    @Override
    public String template() {
      return "console-audit.html";
    }

    public String subject() {
      return filter.subject() == null ? "" : filter.subject().toString();
    }

    public String actor() {
      return filter.actor() == null ? "" : filter.actor();
    }

    public String action() {
      return filter.action() == null ? "" : filter.action();
    }

    /** All that there are. */
    public List<String> actions() {
      return List.of(Action.values()).stream().map(Action::word).sorted().toList();
    }

    /** Of a query, what keeps the filter. */
    public String query() {
      return "subject=%s&actor=%s&action=%s"
          .formatted(subject(), encoded(actor()), encoded(action()));
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Where the next page goes on; empty if this is the last. */
    public String next() {
      return entries.size() == PAGE ? String.valueOf(entries.getLast().entry().sequence()) : "";
    }

    public ConsoleTable table() {
      return AuditTable.of(this, entries);
    }

    public boolean verified() {
      return finding != null;
    }

    public boolean whole() {
      return finding != null && finding.whole();
    }

    /** Whether there is more to look at. */
    public boolean more() {
      return finding != null && finding.whole() && finding.more();
    }

    /** The last entry that is right. */
    public long reached() {
      return finding == null ? 0 : finding.reached().sequence();
    }

    /** The first entry that was not looked at, or is wrong. */
    public long then() {
      return reached() + 1;
    }
  }
}
