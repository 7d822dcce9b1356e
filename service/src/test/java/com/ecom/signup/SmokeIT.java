package com.ecom.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pipeline asks a service that it has just deployed is answered by the real one. */
final class SmokeIT {
  private static final Map<String, String> PUBLIC_SHOP =
      Map.of(
          "PUBLIC_URL", "https://signup.ecom.example",
          "MAIL_FROM", "no-reply@ecom.example",
          "SIGNUP_ACTIVATION", "confirmed-email",
          "SIGNUP_EXISTENCE", "uniform",
          "SIGNUP_LOOKUP", "trusted",
          "LOOKUP_TOKEN", "a-token-of-some-length-for-partners");

  @Test
  void findsTheServiceWell() throws Exception {
    try (Stage stage = Stage.open()) {
      assertFindsWell(stage.startService());
      assertFindsWell(stage.startService(PUBLIC_SHOP));
    }
  }

  @Test
  void findsFaultWithAnother() throws Exception {
    try (Stage stage = Stage.open()) {
      Asked asked = smoke(stage.aws().endpoint().toString());
      assertThat(asked.code()).isEqualTo(1);
      assertThat(asked.output()).contains("FAILED: old clients are greeted");
    }
  }

  private static void assertFindsWell(ServiceProcess service) throws Exception {
    Asked asked = smoke("http://localhost:" + service.port());
    assertThat(asked.code()).as(asked.output()).isZero();
    assertThat(asked.output().lines()).hasSize(7).allMatch(line -> line.startsWith("ok: "));
  }

  private record Asked(int code, String output) {}

  private static Asked smoke(String url) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", Path.of("../infra/deliver/smoke").toString())
            .redirectErrorStream(true);
    builder.environment().put("BASE_URL", url);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Asked(process.waitFor(), output);
  }
}
