package com.ecom.signup.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "CA, +14165550123, +14165550123",
    "CA, 14165550123, +14165550123",
    "CA, 4165550123, +14165550123",
    "CA, 416-555-0123, +14165550123",
    "CA, (416) 555-0123, +14165550123",
    "CA, +1 (416) 555.0123, +14165550123",
    "CA, 1-416-555-0123 ext. 7, +14165550123",
    "CA, 416-555-0123x7, +14165550123",
    "CA, 416 555 0123 poste 12, ",
    "CA, ＋１４１６５５５０１２３, +14165550123",
    "CA, 011 44 20 7946 0123, +442079460123",
    "CA, +44 20 7946 0123, +442079460123",
    "CA, 800-234-5678, +18002345678",
    "CA, 212-555-0123, +12125550123",
    "CA, 876-555-0123, +18765550123",
    "GB, 020 7946 0123, +442079460123",
    "FR, 01 23 45 67 89, +33123456789",
    "IT, 06 1234 5678, +390612345678",
    "IT, +39 06 1234 5678, +390612345678",
    "US, 416-555-0123, +14165550123",
    "JM, +1 416 555 0123, +14165550123",
    "JM, 876 555 0123, +18765550123",
    "AQ, +1 416 555 0123, +14165550123",
  })
  void findsTheNumber(String country, String typed, @Nullable String e164) {
    assertThat(PhoneNumber.parse(typed, country))
        .isEqualTo(
            e164 == null
                ? new Parsed.Broken<PhoneNumber>(Rule.PHONE_NUMBER)
                : new Parsed.Valid<>(new PhoneNumber(typed, e164)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "true",
        "NaN",
        "null",
        "0",
        "-4165550123",
        "1e10",
        "1.41655501E10",
        "1.4165550123E10",
        "CALL-ME-NOW",
        "1-800-FLOWERS",
        "call 416-555-0123",
        "<b>416-555-0123",
        "416-555-0123' OR '1'='1",
        "4165550123;--",
        "555-0123",
        "1165550123",
        "0165550123",
        "116-555-0123",
        "+1416555012",
        "+141655501234",
        "41655501234567890",
        "+999 123 456 789",
        "((((((((((",
        "++++++",
        "+",
        "123-555-0123",
      })
  void refusesWhatIsNoNumberInUse(String typed) {
    assertThat(PhoneNumber.parse(typed, "CA")).isEqualTo(new Parsed.Broken<>(Rule.PHONE_NUMBER));
  }

  @Test
  void limitsWhatIsKeptTo40Characters() {
    String longest = "416-555-0123" + " ".repeat(26) + "x7";
    assertThat(PhoneNumber.parse(longest, "CA"))
        .isEqualTo(new Parsed.Valid<>(new PhoneNumber(longest, "+14165550123")));
    assertThat(PhoneNumber.parse(longest + "7", "CA"))
        .isEqualTo(new Parsed.Broken<>(Rule.TOO_LONG));
  }

  /** The short way for plain numbers decides nothing else than libphonenumber would. */
  @Test
  void agreesWithLibphonenumberOnPlainNumbers() {
    var random = new Random(20260101);
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      String typed = plainNumber(random);
      String country = List.of("CA", "US", "JM", "GB").get(random.nextInt(4));
      String expected = byLibrary(typed, country);
      assertThat(NumberingPlan.e164(typed, country))
          .as("%s in %s", typed, country)
          .isEqualTo(expected);
      valid += expected == null ? 0 : 1;
    }
    assertThat(valid).isGreaterThan(5_000);
  }

  private static String plainNumber(Random random) {
    var text =
        new StringBuilder(List.of("", "", "+1", "1", "+", "(", "+1 (").get(random.nextInt(7)));
    List<String> separators = List.of("", "", "", "-", " ", ".", ")", "(", ") ");
    List<String> areas = List.of("416", "514", "212", "876", "800", "900", "555", "099", "199");
    text.append(areas.get(random.nextInt(areas.size())));
    int rest = random.nextInt(6) == 0 ? random.nextInt(12) : 7;
    for (int i = 0; i < rest; i++) {
      text.append(separators.get(random.nextInt(separators.size()))).append(random.nextInt(10));
    }
    return text.toString();
  }

  private static @Nullable String byLibrary(String typed, String country) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      var number = plans.parse(typed, country);
      return plans.isValidNumber(number) ? plans.format(number, PhoneNumberFormat.E164) : null;
    } catch (NumberParseException _) {
      return null;
    }
  }
}
