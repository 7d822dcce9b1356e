package com.ecom.signup.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-CA,fr;q=0.9,en;q=0.8 | fr",
        "fr | fr",
        "de, fr;q=0.5, en;q=0.4 | fr",
        "en-GB,en;q=0.9,fr;q=0.8 | en",
        "en;q=0.1, fr;q=0.2 | fr",
        "de-CH | en",
        "* | en",
        ";;;q=x | en",
        "'' | en",
        "| en"
      })
  void isTheOneThatSuitsBest(@Nullable String header, String code) {
    assertThat(Language.accepted(header).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"en, true", "fr, true", "de, false", "'', false", "EN, false", ", false"})
  void isNamedByItsCode(@Nullable String code, boolean known) {
    assertThat(Language.of(code).isPresent()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"100000"})
  void isEnglishForHeaderThatGoesOnAndOn(int repeats) {
    assertThat(Language.accepted("fr,".repeat(repeats))).isEqualTo(Language.ENGLISH);
  }
}
