package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.StoredEntry;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.erasure.PersonalData.Kept;
import com.ecom.signup.merge.Duplicates.Pair;
import com.ecom.signup.merge.Signal;
import com.ecom.signup.template.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** What is kept of them elsewhere. */
  public CustomerTables tables() {
    return new CustomerTables(this, kept);
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
    return around.may(Permission.CUSTOMERS_EXPORT);
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
