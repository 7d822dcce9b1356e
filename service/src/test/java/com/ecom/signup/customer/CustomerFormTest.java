package com.ecom.signup.customer;

import static com.ecom.signup.customer.Forms.aCustomer;
import static com.ecom.signup.customer.Forms.aCustomerOf;
import static com.ecom.signup.customer.Forms.aCustomerWith;
import static com.ecom.signup.customer.Forms.accepted;
import static com.ecom.signup.customer.Forms.brokenRule;
import static com.ecom.signup.customer.Forms.everyFieldIs;
import static com.ecom.signup.customer.Forms.refused;
import static com.ecom.signup.customer.Forms.warned;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CustomerFormTest {

  @Test
  void acceptsWhatIsValidInItsStoredForm() {
    assertThat(accepted(aCustomer()))
        .isEqualTo(
            new CustomerDetails(
                "Asha",
                "Patel",
                new EmailAddress("asha@example.com", "asha@example.com"),
                new PhoneNumber("+14165550123", "+14165550123"),
                "ON",
                "Toronto",
                "M5V 2T6",
                "CA",
                new CustomerDetails.AsTyped("ON", "M5V 2T6")));
    assertThat(warned(aCustomer())).isEmpty();
  }

  @Test
  void keepsWhatWasTypedBesideWhatIsStored() {
    CustomerDetails details =
        accepted(
            new CustomerForm(
                " Zoë ",
                "Roy",
                " Zoe@Example.COM ",
                " (514) 555-0123 x7 ",
                " Qué. ",
                "Laval",
                " h7a1bo ",
                " canada "));
    assertThat(details.firstName()).isEqualTo("Zoë");
    assertThat(details.email()).isEqualTo(new EmailAddress("Zoe@Example.COM", "zoe@example.com"));
    assertThat(details.phone()).isEqualTo(new PhoneNumber("(514) 555-0123 x7", "+15145550123"));
    assertThat(details.province()).isEqualTo("QC");
    assertThat(details.postalCode()).isEqualTo("H7A 1B0");
    assertThat(details.country()).isEqualTo("CA");
    assertThat(details.asTyped()).isEqualTo(new CustomerDetails.AsTyped("Qué.", "h7a1bo"));
  }

  @Test
  void reportsEveryAbsentFieldInOrderSaveTheCountry() {
    assertThat(refused(everyFieldIs(null)))
        .extracting(violation -> violation.field().key())
        .containsExactly(
            "first_name", "last_name", "email_id", "phone", "province", "city", "postalcode");
    assertThat(refused(everyFieldIs(null)))
        .allSatisfy(
            violation -> {
              assertThat(violation.rule()).isEqualTo(Rule.MISSING);
              assertThat(violation.message()).isEqualTo("field required");
              assertThat(violation.rule().type()).isEqualTo("value_error.missing");
            });
  }

  @Test
  void reportsOneRulePerFieldAndAllFieldsAtOnce() {
    assertThat(
            refused(
                new CustomerForm(" ", "a\nb", "nobody", "1.5", "Ohio", null, "12345", "Narnia")))
        .extracting(Violation::rule)
        .containsExactly(
            Rule.BLANK, Rule.CONTROL_CHARACTER, Rule.EMAIL_AT, Rule.MISSING, Rule.COUNTRY_UNKNOWN);
    assertThat(refused(new CustomerForm(" ", "a\nb", "nobody", "1.5", "Ohio", null, "12345", null)))
        .extracting(Violation::rule)
        .containsExactly(
            Rule.BLANK,
            Rule.CONTROL_CHARACTER,
            Rule.EMAIL_AT,
            Rule.PHONE_NUMBER,
            Rule.PROVINCE_UNKNOWN,
            Rule.MISSING,
            Rule.POSTAL_CODE_FORMAT);
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void neverEchoesTheValue(Field field) {
    var secret = "\u0007 4111-1111";
    assertThat(refused(aCustomerWith(field, secret)).toString()).doesNotContain("4111");
    assertThat(aCustomerWith(field, secret).toString()).doesNotContain("4111");
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void saysTheLimitOfTheField(Field field) {
    var tooLong = "4".repeat(field.limit() + 1);
    assertThat(refused(aCustomerWith(field, tooLong)))
        .containsExactly(
            new Violation(
                field, Rule.TOO_LONG, "must have at most " + field.limit() + " characters"));
  }

  @Test
  void namesTheCodesOfTheProvinces() {
    assertThat(refused(aCustomerWith(Field.PROVINCE, "Ohio")).getFirst().message())
        .endsWith("ON, QC, NS, NB, MB, BC, PE, SK, AB, NL, NT, YT, NU");
  }

  @Test
  void warnsOfPostalCodeOfAnotherProvinceAndAcceptsIt() {
    assertThat(warned(aCustomerWith(Field.POSTALCODE, "H2X 1Y4")))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.field()).isEqualTo(Field.POSTALCODE);
              assertThat(warning.rule()).isEqualTo(Rule.POSTAL_CODE_PROVINCE);
            });
  }

  @Test
  void asksForProvinceAndPostalCodeInCanada() {
    assertThat(brokenRule(Field.PROVINCE, null)).isEqualTo(Rule.MISSING);
    assertThat(brokenRule(Field.PROVINCE, " ")).isEqualTo(Rule.BLANK);
    assertThat(brokenRule(Field.POSTALCODE, null)).isEqualTo(Rule.MISSING);
    assertThat(brokenRule(Field.POSTALCODE, "\u00A0")).isEqualTo(Rule.BLANK);
  }

  @Test
  void leavesProvinceAndPostalCodeFreeElsewhere() {
    CustomerDetails ireland = accepted(aCustomerOf("ie", "01 679 0123", null, " "));
    assertThat(ireland.country()).isEqualTo("IE");
    assertThat(ireland.province()).isEmpty();
    assertThat(ireland.postalCode()).isEmpty();
    assertThat(ireland.phone().e164()).isEqualTo("+35316790123");

    CustomerDetails states = accepted(aCustomerOf("USA", "212-555-0123", "new york", "10001-12a"));
    assertThat(states.province()).isEqualTo("new york");
    assertThat(states.postalCode()).isEqualTo("10001-12a");
    assertThat(warned(aCustomerOf("USA", "212-555-0123", "NY", "H2X 1Y4"))).isEmpty();
  }

  @Test
  void limitsProvinceAndPostalCodeElsewhere() {
    assertThat(refused(aCustomerOf("US", "212-555-0123", "x".repeat(101), "1".repeat(21))))
        .extracting(Violation::rule)
        .containsExactly(Rule.TOO_LONG, Rule.TOO_LONG);
    assertThat(refused(aCustomerOf("US", "212-555-0123", "a\u0000b", "1\n2")))
        .extracting(Violation::rule)
        .containsExactly(Rule.NOT_TEXT, Rule.CONTROL_CHARACTER);
  }

  @Test
  void blamesOnlyTheCountryWhenTheCountryIsWrong() {
    assertThat(refused(aCustomerOf("Narnia", "01 679 0123", "Cair", "1")))
        .extracting(Violation::rule)
        .containsExactly(Rule.COUNTRY_UNKNOWN);
  }
}
