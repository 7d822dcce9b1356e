package com.ecom.signup.local;

import com.ecom.signup.local.aws.AwsStandIn;
import java.util.Map;

/** The stand-in for AWS as a program of its own, for a container beside the service's. */
public final class StandIn {
  private static final int PORT = 8003;

  private StandIn() {}

  /**
   * Keeps {@code DB_PASSWORD} as the secret {@code DB_SECRET}, beside a topic, until it is stopped.
   */
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    String secret = environment.get("DB_SECRET");
    String password = environment.get("DB_PASSWORD");
    if (secret == null || password == null) {
      System.err.println("DB_SECRET and DB_PASSWORD must be set: a secret's name and its value");
      System.exit(1);
      return;
    }
    AwsStandIn aws = AwsStandIn.startForAll(PORT);
    aws.putSecret(secret, password);
    aws.createTopic("customer-registered");
    System.out.println("Published events and mails: http://localhost:" + PORT + "/local");
  }
}
