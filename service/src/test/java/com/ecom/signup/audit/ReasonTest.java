package com.ecom.signup.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasonTest {
  @Test
  void isAFewWords() {
    assertThat(Reason.read("  case 4711, she can’t sign in "))
        .hasValue("case 4711, she can’t sign in");
    assertThat(Reason.read("x".repeat(200))).isPresent();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "asha@example.com called", "two\nlines", "\u202e", "\0"})
  void holdsNoAddressAndNothingUnseen(@Nullable String text) {
    assertThat(Reason.read(text)).isEmpty();
    assertThat(Reason.read("x".repeat(201))).isEmpty();
  }
}
