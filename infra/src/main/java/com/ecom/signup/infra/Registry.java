package com.ecom.signup.infra;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.ecr.TagStatus;
import software.constructs.Construct;

/** Where images are: one for each commit that passed its tests, never written over. */
final class Registry {
  private static final String NAME = "signup";
  static final String ARN =
      "arn:%s:ecr:%s:%s:repository/%s".formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, NAME);
  static final String URI =
      "%s.dkr.ecr.%s.%s/%s".formatted(Aws.ACCOUNT_ID, Aws.REGION, Aws.URL_SUFFIX, NAME);

  /** Enough to go back by months. */
  private static final int KEPT = 100;

  private Registry() {}

  static Repository of(Construct scope) {
    return Repository.Builder.create(scope, "Images")
        .repositoryName(NAME)
        .encryption(RepositoryEncryption.AES_256)
        .imageScanOnPush(true)
        .imageTagMutability(TagMutability.IMMUTABLE)
        .removalPolicy(RemovalPolicy.RETAIN)
        .lifecycleRules(
            List.of(
                LifecycleRule.builder()
                    .description("Layers of builds that failed half-way")
                    .tagStatus(TagStatus.UNTAGGED)
                    .maxImageAge(Duration.days(7))
                    .rulePriority(1)
                    .build(),
                LifecycleRule.builder()
                    .description("The newest %d commits".formatted(KEPT))
                    .tagStatus(TagStatus.ANY)
                    .maxImageCount(KEPT)
                    .rulePriority(2)
                    .build()))
        .build();
  }
}
