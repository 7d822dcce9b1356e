package com.ecom.signup.http;

import com.ecom.signup.audit.Actor;
import com.ecom.signup.audit.Entry;
import com.ecom.signup.audit.StoredEntry;
import com.ecom.signup.http.ConsoleTable.Cell;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Entries of the audit trail as a table. */
final class AuditTable {
  private AuditTable() {}

  static ConsoleTable of(ConsoleView view, List<StoredEntry> entries) {
    return new ConsoleTable(
        view.word("audit"),
        Stream.of("sequence", "at", "actor", "action", "subject", "reason", "details")
            .map(head -> view.word("audit_" + head))
            .toList(),
        entries.stream().map(StoredEntry::entry).map(entry -> row(view, entry)).toList(),
        view.word("audit_none"));
  }

  private static List<Cell> row(ConsoleView view, Entry entry) {
    return List.of(
        Cell.text(String.valueOf(entry.sequence())),
        Cell.text(view.time(entry.at())),
        Cell.text(actor(entry.actor())),
        Cell.code(entry.action()),
        entry.subject() == null ? Cell.text("") : subject(entry.subject().toString()),
        Cell.text(Objects.requireNonNullElse(entry.reason(), "")),
        Cell.text(details(entry.details())));
  }

  private static String actor(Actor actor) {
    return actor.kind().equals(actor.subject())
        ? actor.subject()
        : "%s (%s)".formatted(actor.subject(), actor.kind());
  }

  private static Cell subject(String id) {
    return Cell.link(id, ConsolePlace.AUDIT.path() + "?subject=" + id);
  }

  /** Names and values come by turns. */
  private static String details(List<String> details) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < details.size(); i += 2) {
      text.append(i == 0 ? "" : ", ")
          .append(details.get(i))
          .append(": ")
          .append(details.get(i + 1));
    }
    return text.toString();
  }
}
