package com.ecom.signup.customer;

import static com.ecom.signup.customer.Forms.aCustomerWith;
import static com.ecom.signup.customer.Forms.accepted;
import static com.ecom.signup.customer.Forms.brokenRule;
import static com.ecom.signup.customer.Forms.everyFieldIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileInputTest {

  private static final int MEGABYTE = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asha@example.com\r\nBcc: everyone@example.com",
        "asha@example.com\nBcc: everyone@example.com",
        "asha\r\n@example.com",
        "asha@exam\u0000ple.com",
        "asha@example.com\u2028Bcc: x@example.com",
        "asha@example.com,eve@example.com",
        "asha@example.com eve@example.com",
        "Asha <asha@example.com>",
        "<script>@example.com",
        "asha@example.com'--",
        "' OR '1'='1",
        "\u202Emoc.elpmaxe@ahsa",
      })
  void cannotSmuggleThroughTheAddress(String email) {
    assertThat(EmailAddress.keyOf(email)).isEmpty();
  }

  @Test
  void cannotPassForAnotherAddress() {
    assertThat(EmailAddress.keyOf("pаypal@example.com"))
        .isNotEqualTo(EmailAddress.keyOf("paypal@example.com"));
    assertThat(EmailAddress.keyOf("me@pаypal.com")).hasValue("me@xn--pypal-4ve.com");
    assertThat(EmailAddress.keyOf("victim＠example.com@evil.example")).isEmpty();
    assertThat(EmailAddress.keyOf("victim@evil.example＠example.com")).isEmpty();
  }

  /** What it means is for whoever writes SQL or HTML; as a name it is one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x'); DELETE FROM customer.cust_registration; --",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "%s%n",
        "=cmd|' /C calc'!A0",
        "\\",
      })
  void staysTextInName(String name) {
    assertThat(accepted(aCustomerWith(Field.LAST_NAME, name)).lastName()).isEqualTo(name);
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void isRefusedWithNulOrHalfACharacterAnywhere(Field field) {
    assertThat(brokenRule(field, "a\0")).isEqualTo(Rule.NOT_TEXT);
    assertThat(brokenRule(field, "a\uDC00b")).isEqualTo(Rule.NOT_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        " x",
        "\u0301\u0323",
        "é",
        "\uD800",
        "a@",
        "@",
        ".",
        "ﷺ",
        "1",
        "(",
        "+",
        "xn--",
        "\0",
        "e\u0323\u0301",
        "-",
        "😀",
        " "
      })
  void isRefusedQuicklyAtAMegabyte(String piece) {
    assertRefusedQuickly(piece.repeat(MEGABYTE / piece.length()));
  }

  /** Sorting marks into canonical order takes the square of their number. */
  @Test
  void isRefusedQuicklyWithAMegabyteOfMarksOnOneLetter() {
    assertRefusedQuickly("e" + "\u0301\u0323".repeat(MEGABYTE / 2));
  }

  private static void assertRefusedQuickly(String megabyte) {
    Validation outcome =
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> everyFieldIs(megabyte).validate());
    assertThat(outcome).isInstanceOf(Validation.Refused.class);
  }

  @Test
  void neverMakesAnythingThrow() {
    for (String text : GeneratedText.of(50_000)) {
      assertThat(everyFieldIs(text).validate()).isInstanceOf(Validation.Refused.class);
    }
  }
}
