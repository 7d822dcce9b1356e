package com.ecom.signup.http;

import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.merge.Merge;
import java.util.ArrayList;
import java.util.List;

/**
 * Two customers side by side.
 *
 * @param intoOne what would happen if the first stayed
 * @param intoOther what would happen if the other stayed
 */
record MergeView(ConsoleFrame around, Profile one, Profile other, Merge intoOne, Merge intoOther)
    implements ConsoleView {
  @Override
  public String template() {
    return "console-merge.html";
  }

  /** What both have of one kind. */
  public record Row(String label, String one, String other, boolean same) {}

  /** All that is known, side by side. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Field field : Field.values()) {
      rows.add(
          row(RuleTexts.label(field, frame().language()), value(one, field), value(other, field)));
    }
    rows.add(row(word("registered_at"), time(one.registeredAt()), time(other.registeredAt())));
    return rows;
  }

  private static Row row(String label, String one, String other) {
    return new Row(label, one, other, one.equals(other));
  }

  private static String value(Profile profile, Field field) {
    return profile.form().value(field);
  }

  /**
   * One of two ways to merge them.
   *
   * @param action where its form is sent
   * @param withdrawn what the one who stays would be asked for no more
   */
  public record Choice(String name, String email, String action, List<String> withdrawn) {}

  /** Both ways. */
  public List<Choice> choices() {
    return List.of(choice(one, other, intoOne), choice(other, one, intoOther));
  }

  private static Choice choice(Profile stays, Profile goes, Merge merge) {
    CustomerLine line = CustomerLine.of(stays);
    return new Choice(
        line.name(),
        line.email(),
        CustomerPages.path(stays.id()) + "/merge/" + goes.id(),
        merge.consentsWithdrawn());
  }

  /** Where it is kept that they are two people. */
  public String apart() {
    return CustomerPages.path(one.id()) + "/distinct/" + other.id();
  }

  public String back() {
    return CustomerPages.path(one.id());
  }

  @Override
  public String toString() {
    return "MergeView[" + one.id() + ", " + other.id() + "]";
  }
}
