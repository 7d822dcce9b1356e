package com.ecom.signup.page;

import com.ecom.signup.customer.Province;
import com.ecom.signup.template.Texts;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sign-up page, empty or as somebody filled it in.
 *
 * @param values what was typed, by the name of the field
 * @param errors what is wrong with them, in the order of the fields
 * @param problem a sentence about what went wrong otherwise
 * @param ticket sent back with the form
 * @param challengeBits how many leading zero bits the proof of work needs; 0 for none
 * @param consentText what the box for news says
 * @param consentTicked whether the person ticked it, never otherwise
 */
public record SignUpView(
    Frame frame,
    Map<String, String> values,
    List<FieldError> errors,
    Optional<String> problem,
    String ticket,
    int challengeBits,
    String consentText,
    boolean consentTicked)
    implements View {

  /** With nothing filled in. */
  public static SignUpView empty(
      Frame frame, String ticket, int challengeBits, String consentText) {
    return new SignUpView(
        frame, Map.of(), List.of(), Optional.empty(), ticket, challengeBits, consentText, false);
  }

  @Override
  public String template() {
    return "signup.html";
  }

  /** Whether there is anything to mend. */
  public boolean wrong() {
    return problem.isPresent() || !errors.isEmpty();
  }

  /** What was typed into a field. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** What is wrong with a field; empty if nothing is. */
  public String error(String field) {
    return errors.stream()
        .filter(error -> error.field().equals(field))
        .map(FieldError::message)
        .collect(Collectors.joining(". "));
  }

  /** What a field is told to be when it is left empty. */
  public String missing(String field) {
    return Texts.in(frame.language()).get("rule_missing_" + field);
  }

  /** What a person can choose from in Canada, by name. */
  public List<Choice> provinces() {
    return Stream.of(Province.values())
        .map(province -> new Choice(province.name(), name(province)))
        .sorted(Comparator.comparing(Choice::name, Collator.getInstance(frame.language().locale())))
        .toList();
  }

  private String name(Province province) {
    return switch (frame.language()) {
      case ENGLISH -> province.english();
      case FRENCH -> province.french();
    };
  }

  /** One of several, by its code for the service and its name for people. */
  public record Choice(String code, String name) {}

  @Override
  public String toString() {
    return "SignUpView[***]";
  }
}
