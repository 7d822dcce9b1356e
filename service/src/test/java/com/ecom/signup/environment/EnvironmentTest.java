package com.ecom.signup.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvironmentTest {
  @Test
  void isLocalByDefault() {
    Environment environment = Environment.of(Map.of());

    assertThat(environment.name()).isEqualTo("local");
    assertThat(environment.port()).isEqualTo(8001);
    assertThat(environment.managementPort()).isEqualTo(8002);
    assertThat(environment.databaseHost()).isEqualTo("localhost");
    assertThat(environment.databasePort()).isEqualTo(5432);
    assertThat(environment.databaseName()).isEqualTo("ecommerce");
    assertThat(environment.databaseUser()).isEqualTo("ecom_user");
    assertThat(environment.region()).isEqualTo("us-east-1");
    assertThat(environment.awsEndpoint()).isEmpty();
  }

  @Test
  void takesTheThreeElementsFromTheFileForEachEnvironment() {
    Environment dev = Environment.of(with("ENV_CONFIG", "dev", "AWS_ACCOUNT_ID", "123456789012"));
    Environment prod = Environment.of(with("ENV_CONFIG", "prod", "AWS_ACCOUNT_ID", "123456789012"));

    assertThat(dev.databaseHost()).isNotEqualTo(prod.databaseHost());
    assertThat(dev.databaseSecret()).isNotEqualTo(prod.databaseSecret());
    assertThat(dev.topicArn())
        .isEqualTo("arn:aws:sns:us-east-1:123456789012:signup-dev-customer-registered");
    assertThat(prod.topicArn()).contains("signup-prod");
  }

  @Test
  void letsVariablesOverrideTheThreeElements() {
    Environment environment =
        Environment.of(
            with(
                "ENV_CONFIG", "dev",
                "DB_HOST", "elsewhere.example",
                "DB_SECRET", "other",
                "SNS_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:other.fifo",
                "AWS_ENDPOINT_URL", "http://localhost:8003"));

    assertThat(environment.databaseHost()).isEqualTo("elsewhere.example");
    assertThat(environment.databaseSecret()).isEqualTo("other");
    assertThat(environment.topicArn()).endsWith("other.fifo");
    assertThat(environment.awsEndpoint()).contains(URI.create("http://localhost:8003"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENV_CONFIG | staging | ENV_CONFIG is \"staging\"; expected local, dev or prod",
        "PORT | 80a | PORT is \"80a\"; expected a port from 1 to 65535",
        "PORT | 65536 | PORT is \"65536\"; expected a port from 1 to 65535",
        "DB_PORT | 0 | DB_PORT is \"0\"; expected a port from 1 to 65535",
        "DB_SSLMODE | on | DB_SSLMODE is \"on\"; expected one of disable, allow, prefer, require,"
            + " verify-ca, verify-full",
        "SNS_TOPIC_ARN | topic | SNS_TOPIC_ARN is \"topic\"; expected the ARN of an SNS topic, as"
            + " arn:aws:sns:us-east-1:123456789012:name",
        "AWS_ENDPOINT_URL | localhost:8003 | AWS_ENDPOINT_URL is \"localhost:8003\"; expected an"
            + " address, as http://localhost:8003",
      })
  void refusesWhatMakesNoSense(String key, String value, String message) {
    assertThatThrownBy(() -> Environment.of(Map.of(key, value)))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage(message);
  }

  @Test
  void refusesMissingPartOfAnElement() {
    assertThatThrownBy(() -> Environment.of(Map.of("ENV_CONFIG", "prod")))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage(
            "SNS_TOPIC_ARN is not set and neither is AWS_ACCOUNT_ID, which its value in environment"
                + " prod is made of");
  }

  @Test
  void takesBlankForNotSet() {
    assertThat(Environment.of(Map.of("DB_HOST", " ")).databaseHost()).isEqualTo("localhost");
  }

  @ParameterizedTest
  @CsvSource({
    "dev, database.example, verify-full",
    "prod, database.example, verify-full",
    "dev, localhost, prefer",
    "dev, 127.0.0.1, prefer",
    "dev, localhost.example, verify-full",
    "local, database.example, prefer",
  })
  void checksTheCertificateWhereverANetworkLiesBetween(String name, String host, String mode) {
    Environment environment =
        Environment.of(with("ENV_CONFIG", name, "DB_HOST", host, "AWS_ACCOUNT_ID", "123456789012"));

    assertThat(environment.databaseTls()).isEqualTo(mode);
  }

  private static Map<String, String> with(String... keysAndValues) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      variables.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return variables;
  }
}
