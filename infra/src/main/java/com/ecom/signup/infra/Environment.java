package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;

/**
 * All that differs between environments.
 *
 * @param network addresses of its own network
 * @param natGateways ways out for tasks: with one, an outage of its zone cuts all of them off
 * @param guarded whether load balancer and database can be deleted only after that is unlocked
 * @param logDays how long log lines are kept
 * @param shift how traffic goes over to new tasks, a deployment configuration of CodeDeploy
 * @param oldTasksStay minutes for which the tasks before are kept for an instant way back
 * @param budget in US dollars a month, above which somebody is told
 * @param signIn who knows the people that operate it
 * @param policies what the shop has decided, as variables of the service
 */
record Environment(
    String name,
    String domain,
    String certificate,
    String mailDomain,
    String operations,
    String network,
    int natGateways,
    TaskSize task,
    Replicas replicas,
    DatabaseSize database,
    boolean guarded,
    int logDays,
    String shift,
    int oldTasksStay,
    int budget,
    SignIn signIn,
    Map<String, String> policies) {
  static final List<String> NAMES = List.of("dev", "prod");

  private static final Map<String, String> FOR_A_PUBLIC_SHOP =
      Map.of(
          "SIGNUP_ACTIVATION", "confirmed-email",
          "SIGNUP_EXISTENCE", "uniform",
          "SIGNUP_LOOKUP", "trusted");

  /**
   * The environment of a name.
   *
   * @throws BadParameterException if there is none, or a parameter of it is missing or wrong
   */
  static Environment of(String name, Parameters parameters) {
    return switch (name) {
      case "dev" -> dev(parameters);
      case "prod" -> prod(parameters);
      default ->
          throw new BadParameterException(
              "\"%s\" is no environment; expected one of %s"
                  .formatted(name, String.join(", ", NAMES)));
    };
  }

  private static Environment dev(Parameters parameters) {
    return new Environment(
        "dev",
        parameters.domain("dev"),
        parameters.certificate("dev"),
        parameters.mailDomain("dev"),
        parameters.operations(),
        "10.20.0.0/16",
        1,
        new TaskSize(256, 512),
        new Replicas(2, 4),
        new DatabaseSize("t4g.micro", 20, 50, false, 7),
        false,
        30,
        "CodeDeployDefault.ECSAllAtOnce",
        5,
        150,
        parameters.signIn("dev"),
        FOR_A_PUBLIC_SHOP);
  }

  private static Environment prod(Parameters parameters) {
    return new Environment(
        "prod",
        parameters.domain("prod"),
        parameters.certificate("prod"),
        parameters.mailDomain("prod"),
        parameters.operations(),
        "10.30.0.0/16",
        2,
        new TaskSize(256, 512),
        new Replicas(2, 8),
        new DatabaseSize("t4g.medium", 50, 500, true, 35),
        true,
        180,
        "CodeDeployDefault.ECSCanary10Percent5Minutes",
        30,
        400,
        parameters.signIn("prod"),
        FOR_A_PUBLIC_SHOP);
  }

  /** The name of what belongs to it, and by which others find it. */
  String named(String what) {
    return "signup-" + name + (what.isEmpty() ? "" : "-" + what);
  }

  /** Who writes to people. */
  String mailFrom() {
    return "no-reply@" + mailDomain;
  }
}
