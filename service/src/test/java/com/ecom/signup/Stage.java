package com.ecom.signup;

import com.ecom.signup.local.aws.AwsStandIn;
import com.ecom.signup.local.database.DatabaseSettings;
import com.ecom.signup.local.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** All that the service meets in production: a PostgreSQL of its own, SNS and Secrets Manager. */
public final class Stage implements AutoCloseable {
  private static final String SECRET = "signup/test/database";

  /** What operators prove themselves with on every stage. */
  public static final String OPERATOR_TOKEN = "operator-of-the-tests-only";

  private static final String TOPIC = "customer-registered";

  private final EmbeddedDatabase database;
  private final AwsStandIn aws = AwsStandIn.start(0);
  private final List<ServiceProcess> services = new ArrayList<>();
  private @Nullable String pendingVersion;

  private Stage(EmbeddedDatabase database) {
    this.database = database;
    aws.putSecret(SECRET, database.password());
    aws.createTopic(TOPIC);
  }

  /** An empty database. */
  public static Stage open() {
    return open(DatabaseSettings.throwAway());
  }

  /** An empty database, run in this way. */
  public static Stage open(DatabaseSettings settings) {
    return new Stage(EmbeddedDatabase.start(settings));
  }

  /** A database in which these statements have run. */
  public static Stage open(String statements) {
    Stage stage = open();
    stage.execute(statements);
    return stage;
  }

  public EmbeddedDatabase database() {
    return database;
  }

  public AwsStandIn aws() {
    return aws;
  }

  /** What the service is told of this stage, as in environment dev. */
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("ENV_CONFIG", "dev");
    variables.put("DB_HOST", "localhost");
    variables.put("DB_PORT", String.valueOf(database.port()));
    variables.put("DB_SECRET", SECRET);
    variables.put("SNS_TOPIC_ARN", "arn:aws:sns:us-east-1:000000000000:" + TOPIC);
    variables.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
    variables.put("OPERATOR_TOKEN", OPERATOR_TOKEN);
    variables.put("QUARKUS_SHUTDOWN_DELAY", "0s");
    return variables;
  }

  /** Starts a replica and waits until it is ready. */
  public ServiceProcess startService() {
    return startService(Map.of());
  }

  /** Starts a replica that is told more, or otherwise, and waits until it is ready. */
  public ServiceProcess startService(Map<String, String> more) {
    Map<String, String> all = variables();
    all.putAll(more);
    ServiceProcess service = ServiceProcess.start(all);
    services.add(service);
    return service;
  }

  /** Gives the secret another value. */
  public void putSecret(String value) {
    aws.putSecret(SECRET, value);
  }

  /** Gives the secret a value that is to come, as the second step of a rotation does. */
  public void putPendingSecret(String value) {
    try (SecretsManagerClient client = secretsManager()) {
      pendingVersion =
          client
              .putSecretValue(
                  request ->
                      request.secretId(SECRET).secretString(value).versionStages("AWSPENDING"))
              .versionId();
    }
  }

  /** Makes the pending value the current one, as the last step of a rotation does. */
  public void promotePendingSecret() {
    try (SecretsManagerClient client = secretsManager()) {
      String current = client.getSecretValue(request -> request.secretId(SECRET)).versionId();
      client.updateSecretVersionStage(
          request ->
              request
                  .secretId(SECRET)
                  .versionStage("AWSCURRENT")
                  .moveToVersionId(pendingVersion)
                  .removeFromVersionId(current));
    }
  }

  private SecretsManagerClient secretsManager() {
    return SecretsManagerClient.builder()
        .endpointOverride(aws.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /** Runs statements as the service's user. */
  public void execute(String statements) {
    execute(database::connection, statements);
  }

  /** Runs statements as one who may do anything. */
  public void executeAsSuperuser(String statements) {
    execute(() -> database.superuserConnection(EmbeddedDatabase.DATABASE), statements);
  }

  private static void execute(Connecting connecting, String statements) {
    try (Connection connection = connecting.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Connecting {
    Connection connect() throws SQLException;
  }

  /** The one number that a query gives. */
  public long count(String query, Object... parameters) {
    return ask(query, row -> row.getLong(1), parameters);
  }

  /** The one text that a query gives. */
  public String text(String query, Object... parameters) {
    return ask(query, row -> row.getString(1), parameters);
  }

  /** The one id that a query gives. */
  public UUID id(String query, Object... parameters) {
    return ask(query, row -> row.getObject(1, UUID.class), parameters);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(ResultSet row) throws SQLException;
  }

  private <T> T ask(String query, Reading<T> reading, Object... parameters) {
    try (Connection connection = database.superuserConnection(EmbeddedDatabase.DATABASE);
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return reading.from(row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    services.forEach(ServiceProcess::close);
    aws.close();
    database.close();
  }
}
