package com.ecom.signup.infra;

import java.util.Objects;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Log groups: encrypted, named, and not kept for ever. */
final class Logs {
  private Logs() {}

  static ILogGroup of(Construct scope, String id, String name, IKey key, int days) {
    LogGroup group =
        LogGroup.Builder.create(scope, id)
            .logGroupName(name)
            .encryptionKey(key)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    ((CfnLogGroup) Objects.requireNonNull(group.getNode().getDefaultChild()))
        .setRetentionInDays(days);
    return group;
  }
}
