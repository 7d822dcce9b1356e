package com.ecom.signup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.environment.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DatabaseUrlTest {
  @Test
  void checksCertificatesAgainstTheAuthoritiesOfRds() {
    assertThat(url(Map.of("DB_HOST", "db.example", "DB_SSLMODE", "verify-full")))
        .isEqualTo(
            "jdbc:postgresql://db.example:5432/ecommerce?sslmode=verify-full"
                + "&sslfactory=com.ecom.signup.database.RdsTrust");
  }

  @Test
  void leavesOtherModesToTheDriver() {
    assertThat(url(Map.of("DB_PORT", "6543", "DB_NAME", "a b&c")))
        .isEqualTo("jdbc:postgresql://localhost:6543/a+b%26c?sslmode=prefer");
  }

  @Test
  void readsTheBundleOfAuthorities() throws Exception {
    assertThat(new RdsTrust().getDefaultCipherSuites()).isNotEmpty();
  }

  private static String url(Map<String, String> variables) {
    return DatabaseUrl.of(Environment.of(variables));
  }
}
