package com.ecom.signup.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdempotencyKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"8e03978e-40d5\" | 8e03978e-40d5",
        "8e03978e-40d5 | 8e03978e-40d5",
        "\"a b\" | a b",
        "\"a\\\"b\\\\c\" | a\"b\\c",
        "a;b=c | a;b=c",
      })
  void readsKeyInAndOutOfQuotes(String header, String key) {
    assertThat(IdempotencyKey.read(List.of(header))).isEqualTo(new IdempotencyKey.Given(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\"\"", "\"a", "a\"", "a b", "a,b", "\"a\"b\"", "\"a\\b\"", "é", "a\u0001"})
  void refusesOtherForms(String header) {
    assertThat(IdempotencyKey.read(List.of(header))).isInstanceOf(IdempotencyKey.Invalid.class);
  }

  @Test
  void takesOneKeyOfAtMost255Characters() {
    assertThat(IdempotencyKey.read(List.of())).isInstanceOf(IdempotencyKey.Absent.class);
    assertThat(IdempotencyKey.read(List.of("a", "a"))).isInstanceOf(IdempotencyKey.Invalid.class);
    assertThat(IdempotencyKey.read(List.of("\"" + "k".repeat(255) + "\"")))
        .isInstanceOf(IdempotencyKey.Given.class);
    assertThat(IdempotencyKey.read(List.of("\"" + "k".repeat(256) + "\"")))
        .isInstanceOf(IdempotencyKey.Invalid.class);
  }

  @Test
  void tellsValuesApartHoweverTheyAreDivided() {
    IdempotencyKey.Given key = new IdempotencyKey.Given("k");
    Claim claim = Claim.of("/v1", key, Arrays.asList("ab", "c", null));

    assertThat(claim).isEqualTo(Claim.of("/v1", key, Arrays.asList("ab", "c", null)));
    assertThat(claim.fingerprint())
        .isNotEqualTo(Claim.of("/v1", key, Arrays.asList("a", "bc", null)).fingerprint())
        .isNotEqualTo(Claim.of("/v1", key, Arrays.asList("ab", "c", "")).fingerprint())
        .isNotEqualTo(
            Claim.of("/v1", new IdempotencyKey.Given("j"), Arrays.asList("ab", "c", null))
                .fingerprint());
    assertThat(claim.keyHash())
        .isNotEqualTo(Claim.of("/v2", key, Arrays.asList("ab", "c", null)).keyHash());
  }
}
