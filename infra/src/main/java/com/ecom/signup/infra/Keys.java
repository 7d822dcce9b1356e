package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** One key for everything that an environment keeps: a dollar a month each, and one policy. */
final class Keys {
  private Keys() {}

  static Key of(Construct scope, String alias) {
    Key key =
        Key.Builder.create(scope, "Key")
            .alias(alias)
            .description("Everything that " + alias + " keeps")
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    key.addToResourcePolicy(
        used(
            "logs." + Aws.REGION + ".amazonaws.com",
            Map.of(
                "ArnLike",
                Map.of(
                    "kms:EncryptionContext:aws:logs:arn",
                    "arn:%s:logs:%s:%s:*".formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID)))));
    for (String publisher : List.of("sns", "cloudwatch", "events", "codestar-notifications")) {
      key.addToResourcePolicy(
          used(
              publisher + ".amazonaws.com",
              Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))));
    }
    return key;
  }

  private static PolicyStatement used(String service, Map<String, Object> when) {
    return PolicyStatement.Builder.create()
        .principals(List.of(ServicePrincipal.Builder.create(service).build()))
        .actions(List.of("kms:Encrypt*", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"))
        .resources(List.of("*"))
        .conditions(when)
        .build();
  }
}
