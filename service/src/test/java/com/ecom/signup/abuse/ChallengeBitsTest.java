package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChallengeBitsTest {
  private final ChallengeBits converter = new ChallengeBits();

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 10, 19, 20, 24})
  void areFromNoneToTwentyFour(int bits) {
    assertThat(converter.convert(String.valueOf(bits))).isEqualTo(bits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "-1", "100", "1.5", "", "many", "١"})
  void areNothingElse(String value) {
    assertThatThrownBy(() -> converter.convert(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a whole number from 0 to 24, got \"" + value + "\"");
  }
}
