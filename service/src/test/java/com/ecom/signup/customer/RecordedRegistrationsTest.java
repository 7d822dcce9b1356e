package com.ecom.signup.customer;

import static com.ecom.signup.customer.Forms.aCustomer;
import static com.ecom.signup.customer.Forms.aCustomerWith;
import static com.ecom.signup.customer.Forms.accepted;
import static com.ecom.signup.customer.Forms.brokenRule;
import static com.ecom.signup.customer.Forms.everyFieldIs;
import static com.ecom.signup.customer.Forms.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of the old service sent, value by value: all of it was stored or was a 500. */
final class RecordedRegistrationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asha@example.com",
        "ASHA@Example.com",
        "extra@example.com",
        "phone-int@example.com",
        "o'brien@example.com",
        " spaced@example.com ",
        "zoë@exämple.com",
        "long300@example.com",
        "html@example.com",
        "ct1@example.com",
        "slash@example.com",
      })
  void stillTakesTheAddress(String email) {
    assertThat(accepted(aCustomerWith(Field.EMAIL_ID, email)).email().address())
        .isEqualTo(email.strip());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"FIRST_NAME, Zoë", "FIRST_NAME, <b>x</b>", "LAST_NAME, 山田 😀", "LAST_NAME, O'Brien"})
  void stillTakesTheName(Field field, String name) {
    CustomerDetails details = accepted(aCustomerWith(field, name));
    assertThat(field == Field.FIRST_NAME ? details.firstName() : details.lastName())
        .isEqualTo(name);
  }

  @Test
  void stillTakesTheCity() {
    assertThat(accepted(aCustomerWith(Field.CITY, "Montréal")).city()).isEqualTo("Montréal");
  }

  /** The text of the JSON number 14165550123. */
  @Test
  void stillTakesThePhoneNumberSentAsInteger() {
    CustomerDetails details = accepted(aCustomerWith(Field.PHONE, "14165550123"));
    assertThat(details.phone()).isEqualTo(new PhoneNumber("14165550123", "+14165550123"));
    assertThat(details.sameAs(accepted(aCustomer()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "true", "True", "NaN", "nan"})
  void refusesThePhoneNumberThatIsNone(String phone) {
    assertThat(brokenRule(Field.PHONE, phone)).isEqualTo(Rule.PHONE_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void refusesFieldsWithNothingInThem(String nothing) {
    assertThat(refused(everyFieldIs(nothing)))
        .hasSize(7)
        .allSatisfy(violation -> assertThat(violation.rule()).isEqualTo(Rule.BLANK));
  }

  @Test
  void refusesTheAddressThatIsNone() {
    assertThat(brokenRule(Field.EMAIL_ID, "not-an-address")).isEqualTo(Rule.EMAIL_AT);
  }

  @Test
  void refusesNameOf300Characters() {
    assertThat(brokenRule(Field.FIRST_NAME, "x".repeat(300))).isEqualTo(Rule.TOO_LONG);
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void refuses10000CharactersInAnyField(Field field) {
    assertThat(brokenRule(field, "x".repeat(10_000))).isEqualTo(Rule.TOO_LONG);
  }

  @Test
  void refusesLoneSurrogate() {
    assertThat(brokenRule(Field.FIRST_NAME, "\uD800")).isEqualTo(Rule.NOT_TEXT);
  }

  @ParameterizedTest
  @EnumSource(value = Field.class, names = "COUNTRY", mode = EnumSource.Mode.EXCLUDE)
  void asksForEveryFieldOfOld(Field field) {
    assertThat(refused(aCustomerWith(field, null)))
        .containsExactly(new Violation(field, Rule.MISSING, "field required"));
  }

  @Test
  void looksUpTheAddressesThatWereLookedUp() {
    assertThat(EmailAddress.keyOf(" asha@example.com ")).hasValue("asha@example.com");
    assertThat(EmailAddress.keyOf("zoë@exämple.com")).hasValue("zoë@xn--exmple-cua.com");
    assertThat(EmailAddress.keyOf("o'brien@example.com")).hasValue("o'brien@example.com");
    assertThat(EmailAddress.keyOf("")).isEmpty();
    assertThat(EmailAddress.keyOf("x".repeat(10_000))).isEmpty();
  }
}
