package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptTest {
  private static boolean prefersCsv(@Nullable String header) {
    return Accept.of(header).prefers("text/csv", "application/json");
  }

  @Test
  void whoSaysNothingPrefersNothing() {
    assertThat(prefersCsv(null)).isFalse();
    assertThat(prefersCsv("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv",
        "TEXT/CSV",
        "text/*",
        "application/problem+json, text/csv",
        "text/csv;header=present, application/json;q=0.9",
        "application/json;q=0.5,*/*;q=0.8",
        "text/csv, */*;q=0.1",
        "text/csv, application/json; q=0",
        "application/*;q=0.001 , text/csv;q=0.002"
      })
  void prefersWhatIsLikedBetter(String header) {
    assertThat(prefersCsv(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "text/html",
        "application/json, text/csv, application/problem+json",
        "text/csv, application/json",
        "text/csv;q=0.9, application/json",
        "text/csv;q=0, */*",
        "text/*, text/csv;q=0.1, application/json;q=0.2",
        ",;=/",
        "text/csv;q=0.9;, */*"
      })
  void prefersNeitherWhereBothAreLikedAlikeOrTheOtherMore(String header) {
    assertThat(prefersCsv(header)).isFalse();
  }
}
