package com.ecom.signup.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is given and cannot be built from is refused in one line. */
final class EnvironmentTest {
  private static Properties given(Consumer<Properties> change) {
    Properties values = new Properties();
    values.setProperty("operations.mail", "operations@ecom.example");
    for (String environment : Environment.NAMES) {
      values.setProperty(environment + ".domain", "signup.ecom.example");
      values.setProperty(environment + ".certificate", "facade00-5e1f-4a7b-9d3c-a1b2c3d4e5f6");
      values.setProperty(environment + ".mail.domain", "ecom.example");
    }
    change.accept(values);
    return values;
  }

  private static void refused(Consumer<Properties> change, String environment, String reason) {
    assertThatThrownBy(() -> Environment.of(environment, Parameters.of(given(change))))
        .isInstanceOf(BadParameterException.class)
        .hasMessage(reason);
  }

  @Test
  void refusesEnvironmentWithoutCertificate() {
    refused(
        values -> values.remove("prod.certificate"),
        "prod",
        "prod.certificate is missing; expected the id of a certificate in ACM, the end of its ARN");
  }

  @Test
  void refusesEnvironmentThatIsNone() {
    refused(values -> {}, "staging", "\"staging\" is no environment; expected one of dev, prod");
    refused(
        values -> values.setProperty("staging.domain", "x.example"),
        "dev",
        "staging.domain: \"staging\" is no environment; expected one of dev, prod");
  }

  @Test
  void refusesParameterThatNobodyReads() {
    refused(
        values -> values.setProperty("dev.colour", "blue"),
        "dev",
        "dev.colour is no parameter; expected one of certificate, domain, mail.domain,"
            + " oidc.client, oidc.issuer, oidc.roles after the dot");
  }

  @Test
  void writesTwoBatchesAtOnceWhereATaskHasTwoCpus() {
    assertThat(new TaskSize(256, 512).lanes()).isEqualTo(1);
    assertThat(new TaskSize(1024, 2048).lanes()).isEqualTo(1);
    assertThat(new TaskSize(2048, 4096).lanes()).isEqualTo(2);
  }

  @Test
  void knowsNobodyWhereNoProviderIsGiven() {
    assertThat(Environment.of("dev", Parameters.of(given(values -> {}))).signIn().variables())
        .containsEntry("OIDC_ISSUER", "")
        .containsEntry("OIDC_CLIENT_ID", "");
  }

  @Test
  void takesProviderWithItsClient() {
    Environment environment =
        Environment.of(
            "prod",
            Parameters.of(
                given(
                    values -> {
                      values.setProperty(
                          "prod.oidc.issuer", "https://id.ecom.example/realms/staff");
                      values.setProperty("prod.oidc.client", "signup");
                    })));
    assertThat(environment.signIn().variables())
        .containsEntry("OIDC_ISSUER", "https://id.ecom.example/realms/staff")
        .containsEntry("OIDC_CLIENT_ID", "signup")
        .containsEntry("OIDC_ROLES_CLAIM", "");
  }

  @Test
  void refusesHalfAProvider() {
    refused(
        values -> values.setProperty("prod.oidc.client", "signup"),
        "prod",
        "prod.oidc.client says nothing without prod.oidc.issuer");
    refused(
        values -> values.setProperty("prod.oidc.issuer", "https://id.ecom.example"),
        "prod",
        "prod.oidc.client is missing; expected the id of this service at the provider");
    refused(
        values -> values.setProperty("prod.oidc.issuer", "http://id.ecom.example"),
        "prod",
        "prod.oidc.issuer is \"http://id.ecom.example\"; expected an address that begins with"
            + " https");
  }

  @Test
  void refusesValueOfAnotherForm() {
    refused(
        values -> values.setProperty("dev.domain", "https://signup.ecom.example/"),
        "dev",
        "dev.domain is \"https://signup.ecom.example/\"; expected a name, as signup.ecom.example");
  }

  @ParameterizedTest
  @CsvSource({"256,8192", "256,1536", "512,512", "1024,1024", "300,1024", "4096,65536"})
  void refusesTaskThatFargateDoesNotHave(int cpu, int memory) {
    assertThatThrownBy(() -> new TaskSize(cpu, memory))
        .isInstanceOf(BadParameterException.class)
        .hasMessageContaining(cpu + " CPU units")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({"256,512", "256,1024", "256,2048", "512,3072", "1024,8192", "4096,30720"})
  void takesTaskThatFargateHas(int cpu, int memory) {
    assertThat(new TaskSize(cpu, memory).memory()).isEqualTo(memory);
  }

  @Test
  void refusesOneReplicaAlone() {
    assertThatThrownBy(() -> new Replicas(1, 4)).isInstanceOf(BadParameterException.class);
    assertThatThrownBy(() -> new Replicas(4, 2)).isInstanceOf(BadParameterException.class);
  }

  @Test
  void refusesDatabaseWithoutBackupOrRoom() {
    assertThatThrownBy(() -> new DatabaseSize("t4g.micro", 20, 50, false, 0))
        .isInstanceOf(BadParameterException.class);
    assertThatThrownBy(() -> new DatabaseSize("t4g.micro", 10, 50, false, 7))
        .isInstanceOf(BadParameterException.class);
  }
}
