package com.ecom.signup.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LookAlikeTest {
  @ParameterizedTest
  @CsvSource({
    "asha.patel@gmail.com, ashapatel@googlemail.com, true",
    "asha+shop@example.com, asha@example.com, true",
    "asha.patel@example.com, ashapatel@example.com, false",
    "asha@example.com, asha@example.org, false",
    "+asha@example.com, asha@example.com, false"
  })
  void knowsOneMailbox(String one, String other, boolean same) {
    assertThat(LookAlike.of(one).sameMailbox(LookAlike.of(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "asha@gmail.com, asha@gmial.com, true",
    "asha@example.com, asha@example.co, true",
    "asha@example.com, asha@exmaple.com, true",
    "asha@example.com, asha@example.org, false",
    "asha@example.com, asha@example.com, false",
    "asha@example.com, ashb@exmaple.com, false"
  })
  void knowsMistypedDomains(String one, String other, boolean mistyped) {
    assertThat(LookAlike.of(one).mistypedDomain(LookAlike.of(other))).isEqualTo(mistyped);
  }

  @Test
  void comparesWordsByTheirTrigrams() {
    assertThat(NearNames.likeness("patel", "patel")).isEqualTo(1);
    assertThat(NearNames.likeness("patel", "patle")).isGreaterThan(0.3);
    assertThat(NearNames.likeness("patel", "smith")).isZero();
  }
}
