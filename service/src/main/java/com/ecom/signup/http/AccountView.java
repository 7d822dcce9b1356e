package com.ecom.signup.http;

import com.ecom.signup.customer.Field;
import com.ecom.signup.page.FieldError;
import com.ecom.signup.page.Frame;
import com.ecom.signup.page.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody sees of themselves.
 *
 * @param values by the name of the field
 * @param notice what has just been done; empty if nothing was
 */
record AccountView(
    Frame frame,
    Map<String, String> values,
    List<FieldError> errors,
    String notice,
    boolean advertised,
    String consentText)
    implements View {
  @Override
  public String template() {
    return "account.html";
  }

  /** One field of the form. */
  public record Row(String name, String label, String value, String error) {}

  /** The fields in their order. */
  public List<Row> rows() {
    return List.of(Field.values()).stream().map(this::row).toList();
  }

  private Row row(Field field) {
    String error =
        errors.stream()
            .filter(one -> one.field().equals(field.key()))
            .map(FieldError::message)
            .collect(Collectors.joining(". "));
    return new Row(
        field.key(),
        RuleTexts.label(field, frame.language()),
        values.getOrDefault(field.key(), ""),
        error);
  }

  @Override
  public String toString() {
    return "AccountView[***]";
  }
}
