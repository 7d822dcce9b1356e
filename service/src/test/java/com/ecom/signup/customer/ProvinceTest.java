package com.ecom.signup.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProvinceTest {

  @ParameterizedTest
  @CsvSource({
    "ON, ON",
    "on, ON",
    "Ont., ON",
    "ONTARIO, ON",
    "Qué, QC",
    "Que., QC",
    "Québec, QC",
    "Que\u0301bec, QC",
    "quebec, QC",
    "P.Q., QC",
    "N.S., NS",
    "Nouvelle-Ecosse, NS",
    "nouvelle écosse, NS",
    "N.-É., NS",
    "N.-B., NB",
    "New  Brunswick, NB",
    "Man., MB",
    "B.C., BC",
    "C.-B., BC",
    "Colombie‑Britannique, BC",
    "PEI, PE",
    "P.E.I., PE",
    "Î.-P.-É., PE",
    "I.-P.-E., PE",
    "ile du prince edouard, PE",
    "Sask, SK",
    "Alta, AB",
    "Alta., AB",
    "NF, NL",
    "LB, NL",
    "Nfld., NL",
    "T.-N.-L., NL",
    "Newfoundland & Labrador, NL",
    "Newfoundland\u00A0and Labrador, NL",
    "NWT, NT",
    "N.W.T., NT",
    "T.N.-O., NT",
    "Territoires du Nord-Ouest, NT",
    "Yukon Territory, YT",
    "nunavut, NU",
  })
  void isFoundByAnyCommonSpelling(String typed, Province province) {
    assertThat(Province.of(typed)).isEqualTo(province);
  }

  @ParameterizedTest
  @EnumSource(Province.class)
  void isFoundByItsCodeAndNames(Province province) {
    assertThat(Province.of(province.name())).isEqualTo(province);
    assertThat(Province.of(province.english())).isEqualTo(province);
    assertThat(Province.of(province.french())).isEqualTo(province);
    assertThat(Province.of(province.french().toUpperCase(Locale.CANADA_FRENCH)))
        .isEqualTo(province);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XX",
        "Ohio",
        "O",
        "ONN",
        "0N",
        "ON'; DROP TABLE x",
        "<ON>",
        "ON,QC",
        ".",
        "-",
        "ОN"
      })
  void isNotGuessed(String typed) {
    assertThat(Province.parse(typed)).isEqualTo(new Parsed.Broken<>(Rule.PROVINCE_UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "ON, K1A 0B1, true",
    "ON, P0T 2S0, true",
    "QC, K1A 0B1, false",
    "QC, G1A 1A1, true",
    "QC, J8X 3X2, true",
    "NS, B3H 1A1, true",
    "NB, E1A 1A1, true",
    "MB, R3C 1A1, true",
    "BC, V6B 1A1, true",
    "PE, C1A 1A1, true",
    "SK, S4P 1A1, true",
    "AB, T5J 1A1, true",
    "NL, A1C 1A1, true",
    "NT, X1A 1A1, true",
    "NU, X0A 0H0, true",
    "YT, Y1A 1A1, true",
    "YT, X1A 1A1, false",
  })
  void knowsItsPostalCodes(Province province, String postalCode, boolean its) {
    assertThat(province.uses(postalCode)).isEqualTo(its);
  }
}
