package com.ecom.signup.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CountryTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "CA", "ca", "CAN", "can", "Canada", "CANADA", "\u00A0canada "})
  void isCanadaUnlessSaidOtherwise(@Nullable String typed) {
    assertThat(Country.parse(typed)).isEqualTo(new Parsed.Valid<>("CA"));
  }

  @ParameterizedTest
  @CsvSource({
    "us, US",
    "U.S.A., US",
    "United States, US",
    "United States of America, US",
    "États-Unis, US",
    "etats-unis d'amérique, US",
    "UK, GB",
    "Royaume-Uni, GB",
    "Germany, DE",
    "Allemagne, DE",
    "DEU, DE",
    "Côte d’Ivoire, CI",
    "cote d'ivoire, CI",
    "São Tomé & Príncipe, ST",
    "Japon, JP",
  })
  void isFoundByCodeOrName(String typed, String code) {
    assertThat(Country.parse(typed)).isEqualTo(new Parsed.Valid<>(code));
  }

  @Test
  void isFoundByEveryCode() {
    assertThat(Arrays.asList(Locale.getISOCountries()))
        .allSatisfy(
            code -> {
              assertThat(Country.parse(code)).isEqualTo(new Parsed.Valid<>(code));
              assertThat(Country.parse(Locale.of("", code).getISO3Country()))
                  .isEqualTo(new Parsed.Valid<>(code));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Narnia", "XX", "ZZ", "EU", "C", "Deutschland", "CA;US", ".", "１"})
  void isNotGuessed(String typed) {
    assertThat(Country.parse(typed)).isEqualTo(new Parsed.Broken<>(Rule.COUNTRY_UNKNOWN));
  }
}
