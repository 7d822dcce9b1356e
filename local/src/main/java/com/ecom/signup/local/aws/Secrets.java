package com.ecom.signup.local.aws;

import java.util.Map;
import java.util.TreeMap;

/** The secrets by name; a client may name one by ARN as well. */
final class Secrets {

  private static final String ARN = "arn:aws:secretsmanager:us-east-1:000000000000:secret:";

  private final Map<String, Secret> byName = new TreeMap<>();

  Secret create(String name) {
    if (!name.matches("[A-Za-z0-9/_+=.@-]{1,512}")) {
      throw new AwsError(400, "ValidationException", "Invalid name. Must be a valid name.");
    }
    if (byName.containsKey(name)) {
      throw new AwsError(
          400,
          "ResourceExistsException",
          "The operation failed because the secret " + name + " already exists.");
    }
    Secret secret = new Secret(name, ARN + name + "-" + Xml.randomId().substring(0, 6));
    byName.put(name, secret);
    return secret;
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  Secret find(String id) {
    Secret named = byName.get(id);
    if (named != null) {
      return named;
    }
    return byName.values().stream()
        .filter(secret -> secret.arn().equals(id) || (ARN + secret.name()).equals(id))
        .findFirst()
        .orElseThrow(() -> notFound("the specified secret."));
  }

  static AwsError notFound(String what) {
    return new AwsError(400, "ResourceNotFoundException", "Secrets Manager can't find " + what);
  }
}
