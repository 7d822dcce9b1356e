package com.ecom.signup.benchmark;

import com.ecom.signup.local.aws.AwsStandIn;
import java.io.IOException;

/**
 * The stand-in for AWS as a program of its own, so that its CPU time is not the benchmark's. It
 * ends when its input does, and so with whoever started it.
 */
public final class AwsProgram {

  static final String SECRET = "signup/benchmark/database";
  static final String PASSWORD = "PASSWORD_OF_DATABASE";
  private static final String TOPIC = "customer-registered";

  private AwsProgram() {}

  /** Prints where it listens, then the topic's ARN. */
  public static void main(String... arguments) throws IOException {
    try (AwsStandIn aws = AwsStandIn.start(0)) {
      aws.putSecret(SECRET, System.getenv(PASSWORD));
      System.out.println(aws.endpoint() + " " + aws.createTopic(TOPIC));
      while (System.in.read() >= 0) {
        // nothing is ever sent
      }
    }
  }
}
