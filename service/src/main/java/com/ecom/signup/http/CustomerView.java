package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.StoredEntry;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.erasure.PersonalData.Kept;
import com.ecom.signup.http.ConsoleTable.Cell;
import com.ecom.signup.merge.Duplicates.Pair;
import com.ecom.signup.merge.Signal;
import com.ecom.signup.template.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A customer, with all that is known.
 *
 * @param kept by every owner of personal data; of mails, what they say is kept nowhere
 * @param entries of the audit trail; empty for those who may not see it
 * @param done what has just been done; empty if nothing was
 */
record CustomerView(
    ConsoleFrame around,
    Profile profile,
    List<Pair> duplicates,
    List<Kept> kept,
    List<StoredEntry> entries,
    String done)
    implements ConsoleView {
  @Override
  public String template() {
    return "console-customer.html";
  }

  public String id() {
    return profile.id().toString();
  }

  /** Where the page of the customer is, below which there are those of what can be done. */
  public String path() {
    return CustomerPages.path(profile.id());
  }

  public String name() {
    return CustomerLine.of(profile).name();
  }

  public String status() {
    return ProfileRoutes.status(profile);
  }

  /** Why it is so; empty if nobody said. */
  public String standingReason() {
    return profile.standingReason() == null ? "" : word("code_" + profile.standingReason());
  }

  /** The customer in its place; empty if there is none. */
  public String supersededBy() {
    return profile.supersededBy() == null ? "" : profile.supersededBy().toString();
  }

  /** Something known, with its name. */
  public record Fact(String label, String value) {}

  /** What is known. */
  public List<Fact> facts() {
    CustomerForm form = profile.form();
    List<Fact> facts = new ArrayList<>();
    for (Field field : Field.values()) {
      facts.add(new Fact(RuleTexts.label(field, frame().language()), form.value(field)));
    }
    facts.add(new Fact(word("registered_at"), time(profile.registeredAt())));
    return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
  }

  /** Somebody who may be the same person. */
  public record Duplicate(String id, String name, String email, int score, String signals) {}

  /** Those, the likeliest first. */
  public List<Duplicate> likely() {
    return duplicates.stream().map(this::duplicate).toList();
  }

  private Duplicate duplicate(Pair pair) {
    CustomerLine line = CustomerLine.of(pair.other());
    return new Duplicate(
        pair.other().id().toString(),
        line.name(),
        line.email(),
        pair.score(),
        pair.signals().stream()
            .map(Signal::code)
            .map(code -> word("signal_" + code))
            .collect(Collectors.joining(", ")));
  }

  /** What was announced, and whether the topic has it. */
  public ConsoleTable events() {
    return table(
        "event",
        List.of("event_at", "event_type", "event_status", "event_delivered"),
        event ->
            List.of(
                Cell.text(timeOf(event.values().get("occurred_at"))),
                Cell.code(value(event, "type")),
                state(value(event, "status")),
                Cell.text(timeOf(event.values().get("delivered_at")))));
  }

  /** What was written to them; mails are forgotten after two days. */
  public ConsoleTable mails() {
    return table(
        "mail",
        List.of("mail_at", "mail_kind", "mail_status", "mail_sent"),
        mail ->
            List.of(
                Cell.text(timeOf(mail.values().get("written_at"))),
                Cell.text(word("mail_kind_" + value(mail, "kind"))),
                state(sent(mail)),
                Cell.text(timeOf(mail.values().get("sent_at")))));
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
                Cell.text(timeOf(consent.values().get("occurred_at"))),
                Cell.code(value(consent, "purpose")),
                state(value(consent, "act")),
                Cell.text(word("basis_" + value(consent, "basis"))),
                Cell.text(wording(consent))));
  }

  private static String wording(Kept consent) {
    String version = value(consent, "wording_version");
    return version.isEmpty() ? "" : version + " (" + value(consent, "language") + ")";
  }

  private ConsoleTable table(String kind, List<String> heads, Function<Kept, List<Cell>> row) {
    return new ConsoleTable(
        word(kind + "s"),
        heads.stream().map(this::word).toList(),
        kept.stream().filter(one -> one.kind().equals(kind)).map(row).toList(),
        word(kind + "s_none"));
  }

  private Cell state(String word) {
    return Cell.state(word, word("state_" + word));
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
                    timeOf(merge.values().get("merged_at")),
                    value(merge, "survivor"),
                    value(merge, "merged"),
                    merge.values().containsKey("undone_at")
                        ? ""
                        : "/console/merges/" + value(merge, "id") + "/undo"))
        .toList();
  }

  /** What was done about them. */
  public ConsoleTable audit() {
    return AuditTable.of(this, entries);
  }

  public boolean audits() {
    return around.may(Permission.AUDIT_READ);
  }

  public boolean writes() {
    return around.may(Permission.CUSTOMERS_WRITE);
  }

  /** Something that can be done, for those who may. */
  public record Way(String href, String label, boolean grave) {}

  /** What can be done with a customer of this standing. */
  public List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    boolean active = profile.standing() == Standing.ACTIVE;
    add(ways, Permission.CUSTOMERS_WRITE, active, "correct", false);
    add(ways, Permission.CUSTOMERS_WRITE, active, "deactivate", false);
    add(
        ways,
        Permission.CUSTOMERS_WRITE,
        profile.standing() == Standing.INACTIVE,
        "reactivate",
        false);
    add(ways, Permission.CUSTOMERS_ERASE, true, "erase", true);
    return ways;
  }

  private void add(
      List<Way> ways, Permission permission, boolean possible, String verb, boolean grave) {
    if (possible && around.may(permission)) {
      ways.add(new Way(path() + "/" + verb, word(verb), grave));
    }
  }

  public boolean exports() {
    return around.may(Permission.CUSTOMERS_DISCLOSE);
  }

  /** What has just been done, in a sentence; empty if nothing was. */
  public String notice() {
    Texts texts = Texts.in(frame().language());
    return Arrays.asList("corrected", "deactivated", "reactivated", "merged", "undone", "apart")
            .contains(done)
        ? texts.get("console_done_" + done)
        : "";
  }

  @Override
  public String toString() {
    return "CustomerView[" + profile.id() + "]";
  }
}
