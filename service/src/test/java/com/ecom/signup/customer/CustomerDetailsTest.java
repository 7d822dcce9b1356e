package com.ecom.signup.customer;

import static com.ecom.signup.customer.Forms.aCustomer;
import static com.ecom.signup.customer.Forms.aCustomerOf;
import static com.ecom.signup.customer.Forms.aCustomerWith;
import static com.ecom.signup.customer.Forms.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CustomerDetailsTest {

  private final CustomerDetails asha = accepted(aCustomer());

  @ParameterizedTest
  @CsvSource({
    "EMAIL_ID, ASHA@Example.com",
    "PHONE, (416) 555-0123",
    "PROVINCE, ontario",
    "POSTALCODE, m5v-2t6",
    "COUNTRY, Canada",
    "FIRST_NAME, ' Asha '",
  })
  void areTheSameInAnotherSpelling(Field field, String value) {
    CustomerDetails other = accepted(aCustomerWith(field, value));
    assertThat(other.sameAs(asha)).isTrue();
    assertThat(asha.sameAs(other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST_NAME, asha",
    "LAST_NAME, Patil",
    "EMAIL_ID, a.sha@example.com",
    "PHONE, +14165550124",
    "PROVINCE, QC",
    "CITY, Ottawa",
    "POSTALCODE, M5V 2T7",
  })
  void differInAnyField(Field field, String value) {
    assertThat(accepted(aCustomerWith(field, value)).sameAs(asha)).isFalse();
  }

  @Test
  void differInCountryAlone() {
    CustomerDetails canada = accepted(aCustomerOf("CA", "+14165550123", "ON", "M5V 2T6"));
    CustomerDetails states = accepted(aCustomerOf("US", "+14165550123", "ON", "M5V 2T6"));
    assertThat(canada.sameAs(states)).isFalse();
  }

  @Test
  void maskThemselvesAndAllTheyHold() {
    assertThat(asha.toString()).isEqualTo("CustomerDetails[***]");
    assertThat(asha.asTyped().toString()).isEqualTo("AsTyped[***]");
    assertThat(asha.email().toString()).isEqualTo("EmailAddress[***]");
    assertThat(asha.phone().toString()).isEqualTo("PhoneNumber[***]");
    assertThat(EmailAddress.parse("asha@example.com").toString()).isEqualTo("Valid[***]");
    assertThat(new Spelled("a", "b").toString()).isEqualTo("Spelled[***]");
    assertThat(ParsedForm.of(aCustomer()).toString()).isEqualTo("ParsedForm[***]");
    assertThat(aCustomer().validate().toString()).doesNotContain("sha", "416", "M5V");
  }
}
