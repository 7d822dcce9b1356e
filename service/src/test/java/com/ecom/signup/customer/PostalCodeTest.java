package com.ecom.signup.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostalCodeTest {

  @ParameterizedTest
  @CsvSource({
    "M5V 2T6, M5V 2T6",
    "m5v2t6, M5V 2T6",
    "m5v-2t6, M5V 2T6",
    "M5V–2T6, M5V 2T6",
    "M5V\u00A02T6, M5V 2T6",
    "'M 5 V  2 T 6', M5V 2T6",
    "KIA OBI, K1A 0B1",
    "klA obi, K1A 0B1",
    "h0h oho, H0H 0H0",
    "X0A 0W0, X0A 0W0",
    "A1Z 1Z1, A1Z 1Z1",
  })
  void isRepaired(String typed, String repaired) {
    assertThat(PostalCode.parse(typed)).isEqualTo(new Parsed.Valid<>(new Spelled(repaired, typed)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M5V", "M5V 2T", "M5V 2T66", "M5V 2T6 7", "90210", "12345-6789", "MM5 2T6", "D5V 2T6",
        "F5V 2T6", "I5V 2T6", "O5V 2T6", "Q5V 2T6", "U5V 2T6", "W5V 2T6", "Z5V 2T6", "M5D 2T6",
        "M5O 2T6", "M50 2T6", "05V 2T6", "M5V 2TL", "M5V 2TS", "Ｍ５Ｖ ２Ｔ６", "М5V 2T6", "M5V_2T6",
        "M5V 2T٦", "-", "' OR 1=1"
      })
  void isRefusedWithoutOneReading(String typed) {
    assertThat(PostalCode.parse(typed)).isEqualTo(new Parsed.Broken<>(Rule.POSTAL_CODE_FORMAT));
  }
}
