package com.ecom.signup.http;

import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.page.FieldError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form that corrects a customer.
 *
 * @param typed by the name of the field; without any, the form has what is known
 * @param problem what went wrong as a whole; empty if nothing did
 */
record CorrectionView(
    ConsoleFrame around,
    Profile profile,
    Map<String, String> typed,
    List<FieldError> errors,
    String problem)
    implements ConsoleView {
  static CorrectionView of(ConsoleFrame around, Profile profile) {
    return new CorrectionView(around, profile, Map.of(), List.of(), "");
  }

  CorrectionView typed(Map<String, String> values, List<FieldError> wrong, String what) {
    return new CorrectionView(around, profile, values, wrong, what);
  }

  @Override
  public String template() {
    return "console-correct.html";
  }

  public String path() {
    return CustomerPages.path(profile.id());
  }

  public String name() {
    return CustomerLine.of(profile).name();
  }

  public int version() {
    return profile.version();
  }

  /** Whether there is anything to mend. */
  public boolean wrong() {
    return !errors.isEmpty() || !problem.isEmpty();
  }

  /**
   * One field.
   *
   * @param now what is known, where something else was typed; empty otherwise
   */
  public record Row(String name, String label, String value, String error, String now) {}

  /** The fields in their order. */
  public List<Row> rows() {
    return Stream.of(Field.values()).map(this::row).toList();
  }

  private Row row(Field field) {
    String known = profile.form().value(field);
    String value = typed.getOrDefault(field.key(), known);
    return new Row(
        field.key(),
        RuleTexts.label(field, frame().language()),
        value,
        errors.stream()
            .filter(error -> error.field().equals(field.key()))
            .map(FieldError::message)
            .collect(Collectors.joining(". ")),
        value.equals(known) ? "" : known);
  }

  @Override
  public String toString() {
    return "CorrectionView[" + profile.id() + "]";
  }
}
