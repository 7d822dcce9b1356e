package com.ecom.signup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "secret | secret",
        "{\"username\":\"ecom_user\",\"password\":\"se\\\"cret\",\"port\":5432} | se\"cret",
        "{not json | {not json",
        "{\"other\":1} | {\"other\":1}",
      })
  void readsBarePasswordsAndWhatRdsWrites(String value, String password) {
    assertThat(SecretValue.password(value)).isEqualTo(password);
  }
}
