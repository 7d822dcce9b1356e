package com.ecom.signup.customer;

/**
 * What a value can break. The names are stable: they are codes in the new routes and keys of
 * translations.
 */
public enum Rule {
  MISSING("value_error.missing", "field required"),
  BLANK("value_error.any_str.min_length", "must not be blank"),
  TOO_LONG("value_error.any_str.max_length", "must have at most %d characters"),
  /** NUL and lone surrogates, which PostgreSQL refuses, and noncharacters, which SQS refuses. */
  NOT_TEXT("value_error.not_text", "must be Unicode text"),
  /** Would break a line of a log, a header or a label, or reverse the text around it. */
  CONTROL_CHARACTER(
      "value_error.control_character",
      "must be one line, without control characters and direction overrides"),
  EMAIL_AT("value_error.email", "must contain an @, as in name@example.com"),
  EMAIL_LOCAL_PART(
      "value_error.email",
      "before the @, only letters, digits, single dots inside, and !#$%&'*+-/=?^_`{|}~ are"
          + " possible"),
  EMAIL_LOCAL_PART_TOO_LONG(
      "value_error.email", "before the @, at most 64 characters are possible"),
  /** Legal, but RFC 5321, 4.1.2, advises against needing it, and many mailers cannot send there. */
  EMAIL_QUOTED("value_error.email", "an address in quotation marks is not supported"),
  EMAIL_DOMAIN("value_error.email", "after the @, a domain is expected, as in name@example.com"),
  /**
   * {@code name@[192.0.2.1]}: for debugging mail (RFC 5321, 4.1.3), not a place to reach people.
   */
  EMAIL_ADDRESS_LITERAL(
      "value_error.email", "after the @, a domain is expected, not a network address"),
  PHONE_NUMBER(
      "value_error.phone",
      "must be a phone number that exists, as in 416-555-0123, or with the country's code, as in"
          + " +1 416 555 0123"),
  PROVINCE_UNKNOWN(
      "value_error.province", "must be a province or territory of Canada: " + Province.CODES),
  POSTAL_CODE_FORMAT("value_error.postalcode", "must be a Canadian postal code, as in M5V 2T6"),
  /** Only ever a warning. */
  POSTAL_CODE_PROVINCE(
      "value_error.postalcode.province", "usually belongs to another province: please check both"),
  COUNTRY_UNKNOWN(
      "value_error.country", "must be a country: its name or its ISO 3166 code, as in CA");

  private final String type;
  private final String message;

  Rule(String type, String message) {
    this.type = type;
    this.message = message;
  }

  /** The code in the error shape of the old routes, in the manner of pydantic. */
  public String type() {
    return type;
  }

  /** The violation of this rule by a field; its message never echoes the value. */
  public Violation brokenBy(Field field) {
    return new Violation(field, this, message.replace("%d", Integer.toString(field.limit())));
  }
}
