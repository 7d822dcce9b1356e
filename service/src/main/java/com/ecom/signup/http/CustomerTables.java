package com.ecom.signup.http;

import com.ecom.signup.erasure.PersonalData.Kept;
import com.ecom.signup.http.ConsoleTable.Cell;
import java.util.List;
import java.util.function.Function;

/**
 * What is kept of a customer beside the customer itself, for the page of the customer.
 *
 * @param view that shows it
 */
record CustomerTables(ConsoleView view, List<Kept> kept) {
  /** What was announced, and whether the topic has it. */
  public ConsoleTable events() {
    return table(
        "event",
        List.of("event_at", "event_type", "event_status", "event_delivered"),
        event ->
            List.of(
                Cell.text(view.timeOf(event.values().get("occurred_at"))),
                Cell.code(value(event, "type")),
                state(value(event, "status")),
                Cell.text(view.timeOf(event.values().get("delivered_at")))));
  }

  /** What was written to them; mails are forgotten after two days. */
  public ConsoleTable mails() {
    return table(
        "mail",
        List.of("mail_at", "mail_kind", "mail_status", "mail_sent"),
        mail ->
            List.of(
                Cell.text(view.timeOf(mail.values().get("written_at"))),
                Cell.text(view.word("mail_kind_" + value(mail, "kind"))),
                state(sent(mail)),
                Cell.text(view.timeOf(mail.values().get("sent_at")))));
  }

  /** The address leaves a mail once it is sent or given up. */
  private static String sent(Kept mail) {
    if (mail.values().containsKey("sent_at")) {
      return "sent";
    }
    return mail.values().containsKey("address") ? "waiting" : "given-up";
  }

  /** What they agreed to and took back. */
  public ConsoleTable consents() {
    return table(
        "consent",
        List.of("consent_at", "consent_purpose", "consent_act", "consent_basis", "consent_wording"),
        consent ->
            List.of(
                Cell.text(view.timeOf(consent.values().get("occurred_at"))),
                Cell.code(value(consent, "purpose")),
                state(value(consent, "act")),
                Cell.text(view.word("basis_" + value(consent, "basis"))),
                Cell.text(wording(consent))));
  }

  private static String wording(Kept consent) {
    String version = value(consent, "wording_version");
    return version.isEmpty() ? "" : version + " (" + value(consent, "language") + ")";
  }

  private ConsoleTable table(String kind, List<String> heads, Function<Kept, List<Cell>> row) {
    return new ConsoleTable(
        view.word(kind + "s"),
        heads.stream().map(view::word).toList(),
        kept.stream().filter(one -> one.kind().equals(kind)).map(row).toList(),
        view.word(kind + "s_none"));
  }

  private Cell state(String word) {
    return Cell.state(word, view.word("state_" + word));
  }

  private static String value(Kept kept, String name) {
    return kept.values().getOrDefault(name, "");
  }

  /**
   * Customers that were merged.
   *
   * @param undo where to take it back; empty if that is done
   */
  public record Merged(String at, String survivor, String merged, String undo) {}

  /** The merges that this customer is part of. */
  public List<Merged> merges() {
    return kept.stream()
        .filter(one -> one.kind().equals("merge"))
        .map(
            merge ->
                new Merged(
                    view.timeOf(merge.values().get("merged_at")),
                    value(merge, "survivor"),
                    value(merge, "merged"),
                    merge.values().containsKey("undone_at")
                        ? ""
                        : "/console/merges/" + value(merge, "id") + "/undo"))
        .toList();
  }

  @Override
  public String toString() {
    return "CustomerTables[***]";
  }
}
