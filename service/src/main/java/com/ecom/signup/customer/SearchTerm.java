package com.ecom.signup.customer;

import java.util.Optional;

/** What customers are looked for by; all of it as it was typed, in any spelling. */
public sealed interface SearchTerm {
  /** The fewest digits of a number: fewer fit too many. */
  int FEWEST_DIGITS = 4;

  /** Of so many digits, a leading 0 is dialled and not stored; of fewer, it is one of the last. */
  int FEWEST_WITH_TRUNK = 9;

  /**
   * The beginning of a first name, a last name, or both in either order.
   *
   * @param text without needless space
   */
  record Name(String text) implements SearchTerm {
    @Override
    public String toString() {
      return "Name[***]";
    }
  }

  /**
   * The beginning of an address.
   *
   * @param key in the form of the canonical key
   */
  record Address(String key) implements SearchTerm {
    @Override
    public String toString() {
      return "Address[***]";
    }
  }

  /**
   * A whole number, or its last digits.
   *
   * @param digits from behind
   */
  record Phone(String digits) implements SearchTerm {
    @Override
    public String toString() {
      return "Phone[***]";
    }
  }

  /** Reads what it seems to be: with an @ an address, of digits a number, a name otherwise. */
  static Optional<SearchTerm> guessed(String typed) {
    if (typed.indexOf('@') >= 0) {
      return address(typed);
    }
    return typed.matches("[-+. ()0-9]*[0-9][-+. ()0-9]*") ? phone(typed) : name(typed);
  }

  /** Reads a name; empty for what no name is. */
  static Optional<SearchTerm> name(String typed) {
    return Text.required(typed, Field.FIRST_NAME) instanceof Parsed.Valid<String>(String text)
        ? Optional.of(new Name(text.replaceAll("\\s+", " ")))
        : Optional.empty();
  }

  /** Reads the beginning of an address, which is an address or nearly one. */
  static Optional<SearchTerm> address(String typed) {
    if (!(Text.required(typed, Field.EMAIL_ID) instanceof Parsed.Valid<String>(String text))) {
      return Optional.empty();
    }
    int at = text.lastIndexOf('@');
    Optional<String> whole = EmailAddress.keyOf(text);
    if (at < 0 || whole.isPresent()) {
      return Optional.of(new Address(whole.orElseGet(() -> localKey(text))));
    }
    return Optional.of(new Address(localKey(text.substring(0, at)) + text.substring(at)));
  }

  private static String localKey(String local) {
    return LocalPart.canonical(local) instanceof Parsed.Valid<String>(String key) ? key : local;
  }

  /**
   * Reads a number in E.164, as it is dialled in Canada, or its last digits. What is kept of the
   * North American plan may lack the 1, so that it is not looked for.
   */
  static Optional<SearchTerm> phone(String typed) {
    if (!(Text.required(typed, Field.PHONE) instanceof Parsed.Valid<String>(String text))) {
      return Optional.empty();
    }
    String e164 = NumberingPlan.e164(text, Country.CANADA);
    String digits = (e164 == null ? text : e164).replaceAll("[^0-9]", "");
    if (e164 == null) {
      digits = digits.length() < FEWEST_WITH_TRUNK ? digits : digits.replaceFirst("^0+", "");
    } else if (e164.startsWith("+1")) {
      digits = digits.substring(1);
    }
    return digits.length() < FEWEST_DIGITS || text.matches(".*\\p{L}.*")
        ? Optional.empty()
        : Optional.of(new Phone(new StringBuilder(digits).reverse().toString()));
  }
}
