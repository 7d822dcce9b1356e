package com.ecom.signup.database;

import com.ecom.signup.environment.Environment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The JDBC address of the database. */
public final class DatabaseUrl {
  private DatabaseUrl() {}

  /** Without user and password. */
  public static String of(Environment environment) {
    String tls = environment.databaseTls();
    return "jdbc:postgresql://%s:%d/%s?sslmode=%s%s"
        .formatted(
            environment.databaseHost(),
            environment.databasePort(),
            URLEncoder.encode(environment.databaseName(), StandardCharsets.UTF_8),
            tls,
            tls.startsWith("verify") ? "&sslfactory=" + RdsTrust.class.getName() : "");
  }
}
