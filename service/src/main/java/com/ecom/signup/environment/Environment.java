package com.ecom.signup.environment;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where the service runs and what it was told there: the environment named by {@code ENV_CONFIG},
 * the three elements that differ between environments, and the rest with its defaults.
 *
 * @param databaseSecret name or ARN of the secret that holds the password
 * @param databaseTls how far TLS to the database goes, a {@code sslmode} of PostgreSQL
 * @param topicArn where registrations are announced
 * @param awsEndpoint of a stand-in that speaks the AWS protocols, instead of AWS
 * @param inbox where a person sees what a stand-in received
 * @param operatorToken what opens all routes for operators
 * @param openId who knows the people that operate it; without it and the token, nobody does
 * @param correspondence how people are written to; without, no mail is sent
 * @param trustedProxies networks of the proxies that say whom they speak for, divided by commas
 */
public record Environment(
    String name,
    int port,
    int managementPort,
    String databaseHost,
    int databasePort,
    String databaseName,
    String databaseUser,
    String databaseSecret,
    String databaseTls,
    String topicArn,
    String region,
    Optional<URI> awsEndpoint,
    Optional<URI> inbox,
    Optional<Token> operatorToken,
    Optional<OpenId> openId,
    Policies policies,
    Optional<Correspondence> correspondence,
    String trustedProxies) {

  /**
   * Reads the environment variables.
   *
   * @throws MisconfiguredException if one is missing or makes no sense
   */
  public static Environment of(Map<String, String> variables) {
    Settings settings = Settings.of(variables);
    String host = settings.required("DB_HOST");
    return new Environment(
        settings.environment(),
        settings.port("PORT", 8001),
        settings.port("MANAGEMENT_PORT", 8002),
        host,
        settings.port("DB_PORT", 5432),
        settings.or("DB_NAME", "ecommerce"),
        settings.or("DB_USER", "ecom_user"),
        settings.required("DB_SECRET"),
        settings.oneOf("DB_SSLMODE", tlsTo(host, settings.environment()), Settings.SSL_MODES),
        settings.topic("SNS_TOPIC_ARN"),
        settings.or("AWS_REGION", Settings.DEFAULT_REGION),
        settings.uri("AWS_ENDPOINT_URL"),
        settings.uri("LOCAL_INBOX_URL"),
        settings.token("OPERATOR_TOKEN"),
        OpenId.of(settings),
        Policies.of(settings),
        Correspondence.of(settings),
        settings.or("TRUSTED_PROXIES", ""));
  }

  /** A database on this same machine is reached without a network that anybody could listen on. */
  private static String tlsTo(String host, String environment) {
    return environment.equals("local") || Loopback.is(host) ? "prefer" : "verify-full";
  }
}
