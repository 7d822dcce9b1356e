package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.confirmation.PendingRegistrations;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.http.CustomersPages.Sought;
import com.ecom.signup.template.Texts;
import java.util.List;

/**
 * Those who were found, and the form that finds others.
 *
 * @param pending registrations of the address that wait to be confirmed
 * @param state of what is shown
 * @param next where the next page goes on; empty if this is the last
 * @param done what has just been done; empty if nothing was
 * @param part whether it is that part of the page alone which the script asks for
 */
record CustomersView(
    ConsoleFrame around,
    Sought sought,
    List<Profile> profiles,
    List<PendingRegistrations.Entry> pending,
    State state,
    String next,
    String done,
    boolean part)
    implements ConsoleView {
  /** What became of looking. */
  public enum State {
    NOT_YET,
    UNREADABLE,
    FOUND,
    /** Nobody has that name; those who are shown have one that is nearly so. */
    NEAR
  }

  static CustomersView empty(ConsoleFrame around, Sought sought, String done) {
    return new CustomersView(around, sought, List.of(), List.of(), State.NOT_YET, "", done, false);
  }

  CustomersView with(List<Profile> found, boolean near, String more) {
    State looked = near ? State.NEAR : State.FOUND;
    return new CustomersView(around, sought, found, pending, looked, more, done, part);
  }

  CustomersView with(List<PendingRegistrations.Entry> waiting) {
    return new CustomersView(around, sought, profiles, waiting, state, next, done, part);
  }

  CustomersView unreadable() {
    return new CustomersView(around, sought, profiles, pending, State.UNREADABLE, next, done, part);
  }

  CustomersView asPart() {
    return new CustomersView(around, sought, profiles, pending, state, next, done, true);
  }

  @Override
  public String template() {
    if (!part) {
      return "console-customers.html";
    }
    return sought.goesOn() ? "console-found-more.html" : "console-found.html";
  }

  /** Somebody in the list. */
  public record Row(String id, String name, String email, String phone, String status) {}

  /** The list. */
  public List<Row> rows() {
    return profiles.stream().map(CustomersView::row).toList();
  }

  private static Row row(Profile profile) {
    CustomerLine line = CustomerLine.of(profile);
    return new Row(
        profile.id().toString(),
        line.name(),
        line.email(),
        line.phone(),
        ProfileRoutes.status(profile));
  }

  /** In a sentence, for those who look and those who listen. */
  public String summary() {
    Texts texts = Texts.in(frame().language());
    return switch (state) {
      case NOT_YET -> "";
      case UNREADABLE -> texts.get("console_found_unreadable");
      case NEAR ->
          profiles.isEmpty()
              ? texts.get("console_found_none")
              : texts.get("console_found_near", profiles.size());
      case FOUND ->
          profiles.isEmpty()
              ? texts.get("console_found_none")
              : texts.get(
                  next.isEmpty() ? "console_found" : "console_found_first", profiles.size());
    };
  }

  /** What was typed. */
  public String typed() {
    return sought.typed();
  }

  /** What it is said to be. */
  public String by() {
    return sought.by();
  }

  /** Which customers count. */
  public String status() {
    return sought.status();
  }

  /** Whether they may have the mail sent again. */
  public boolean writes() {
    return around.may(Permission.CUSTOMERS_WRITE);
  }

  @Override
  public String toString() {
    return "CustomersView[***]";
  }
}
