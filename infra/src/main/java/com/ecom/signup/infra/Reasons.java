package com.ecom.signup.infra;

import software.amazon.awscdk.App;

/** Why findings of cdk-nag are as they should be. */
final class Reasons {
  private Reasons() {}

  static void give(App app) {}
}
