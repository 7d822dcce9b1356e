package com.ecom.signup.infra;

import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** All of one environment. */
final class EnvironmentStack extends Stack {
  private static final int TOKEN_LENGTH = 48;

  EnvironmentStack(Construct scope, Environment environment, TaskTemplate template) {
    super(
        scope,
        environment.named(""),
        StackProps.builder()
            .description("The registration service in " + environment.name())
            .terminationProtection(environment.guarded())
            .synthesizer(new BootstraplessSynthesizer())
            .build());
    Tags.of(this).add("service", "signup");
    Tags.of(this).add("environment", environment.name());
    Key key = Keys.of(this, "alias/" + environment.named(""));
    Network network = new Network(this, environment, key);
    Database database = new Database(this, environment, network, key);
    Topics topics = new Topics(this, environment, key);
    Entrance entrance = new Entrance(this, environment, network);
    new Firewall(this, environment, entrance, key);
    ILogGroup log =
        Logs.of(
            this,
            "ServiceLog",
            "/signup/%s/service".formatted(environment.name()),
            key,
            environment.logDays());
    Secret operator = secret(environment, "OperatorToken", key);
    Secret lookup = secret(environment, "LookupToken", key);
    Secret client = secret(environment, "OidcClient", key);
    Roles roles = new Roles(this, environment);
    roles.allowService(environment, database, topics, new Mails(this, environment), key);
    roles.allowStart(log, List.of(operator, lookup, client), key);
    TaskValues values =
        new TaskValues(template, environment)
            .network(network)
            .roles(roles)
            .places(database, topics, log.getLogGroupName())
            .secrets(operator, lookup, client);
    values.leave(this, environment);
    Service service = new Service(this, environment, network, entrance, roles, values);
    Scaling.of(this, service, entrance);
    Spending.watch(this, environment);
    Signs signs = new Signs(this, environment, topics.operations());
    new LogSigns(this, environment, log).on(signs);
    Alarms alarms = new Alarms(signs);
    alarms.ofService(entrance, service);
    alarms.ofDatabase(database, environment);
    alarms.ofTopic(topics);
    List<Alarm> stopping = alarms.ofDeployment(this, entrance, environment);
    Delivery.to(this, environment, service, entrance, stopping);
  }

  /** Visible ASCII, as the service asks for; that of the client is the provider's to replace. */
  private Secret secret(Environment environment, String id, Key key) {
    String name = id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return Secret.Builder.create(this, id)
        .secretName("signup/%s/%s".formatted(environment.name(), name))
        .encryptionKey(key)
        .generateSecretString(
            SecretStringGenerator.builder()
                .passwordLength(TOKEN_LENGTH)
                .excludePunctuation(true)
                .build())
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}
