package com.ecom.signup.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** Why findings of cdk-nag are as they should be, each at the one place that it is about. */
final class Reasons {
  private static final String NO_RESOURCE =
      "The actions with * are those for which ECR or ECS know no narrower resource";
  private static final String OWN_FILES =
      "Objects of the pipeline's own bucket, uses of its own key, lines of its own log";

  private record Reason(String path, String rule, String reason) {}

  private static final List<Reason> OF_ENVIRONMENTS =
      List.of(
          new Reason(
              "EntranceGroup/Resource", "EC23", "A shop is open to everybody, by 443 and 80"),
          new Reason(
              "Cluster",
              "ECS4",
              "Its metrics cost more than the tasks; CPU and memory are there without, the rest is"
                  + " in the log"),
          new Reason(
              "DeploymentsRole/Resource",
              "IAM4",
              "What CodeDeploy needs changes with CodeDeploy; AWS keeps this policy right"),
          new Reason(
              "DeliveryLogging/Resource",
              "IAM5",
              "SNS makes these groups itself, all below sns/ of this account"),
          new Reason("ExecutionRole/DefaultPolicy/Resource", "IAM5", NO_RESOURCE),
          new Reason(
              "Database/Resource",
              "RDS11",
              "Who is in the tasks' security group finds any port; others reach none"),
          new Reason(
              "EntranceLog/Resource", "S1", "It is a log itself; its readers are in CloudTrail"),
          new Reason(
              "OperatorToken/Resource", "SMG4", "People hold it: docs/deployment.md, Rotation"),
          new Reason(
              "LookupToken/Resource", "SMG4", "Partners hold it: docs/deployment.md, Rotation"),
          new Reason(
              "OidcClient/Resource",
              "SMG4",
              "The identity provider makes it: docs/deployment.md, Rotation"));

  private static final List<Reason> OF_DEV =
      List.of(
          new Reason(
              "Database/Resource", "RDS3", "dev may wait for a new one; a standby doubles it"),
          new Reason("Database/Resource", "RDS10", "dev can be taken down; a snapshot stays"));

  private static final List<Reason> OF_PIPELINE =
      List.of(
          new Reason(
              "Artifacts/Resource", "S1", "Only roles of the pipeline read it; see CloudTrail"),
          new Reason("Image/Role/DefaultPolicy/Resource", "IAM5", OWN_FILES + "; " + NO_RESOURCE),
          new Reason("MigrateDev/Role/DefaultPolicy/Resource", "IAM5", migrates("dev")),
          new Reason("MigrateProd/Role/DefaultPolicy/Resource", "IAM5", migrates("prod")),
          new Reason("SmokeDev/Role/DefaultPolicy/Resource", "IAM5", OWN_FILES),
          new Reason("SmokeProd/Role/DefaultPolicy/Resource", "IAM5", OWN_FILES),
          new Reason(
              "ChangesProd/Role/DefaultPolicy/Resource", "IAM5", OWN_FILES + "; " + NO_RESOURCE),
          new Reason("Pipeline/Role/DefaultPolicy/Resource", "IAM5", OWN_FILES),
          new Reason(action("Source/GitHub"), "IAM5", OWN_FILES),
          new Reason(action("Approval/Approve"), "IAM5", OWN_FILES),
          new Reason(action("dev/Deploy"), "IAM5", OWN_FILES + "; " + NO_RESOURCE),
          new Reason(action("prod/Deploy"), "IAM5", OWN_FILES + "; " + NO_RESOURCE));

  private Reasons() {}

  static void give(App app) {
    give(app, "signup-dev", OF_ENVIRONMENTS);
    give(app, "signup-dev", OF_DEV);
    give(app, "signup-prod", OF_ENVIRONMENTS);
    give(app, PipelineStack.NAME, OF_PIPELINE);
  }

  private static void give(App app, String name, List<Reason> reasons) {
    Stack stack = (Stack) app.getNode().findChild(name);
    for (Reason reason : reasons) {
      NagSuppressions.addResourceSuppressionsByPath(
          stack,
          "/" + name + "/" + reason.path,
          List.of(
              NagPackSuppression.builder()
                  .id("AwsSolutions-" + reason.rule)
                  .reason(reason.reason)
                  .build()));
    }
  }

  private static String migrates(String environment) {
    return OWN_FILES
        + "; revisions of the migration's own definition and tasks of the cluster of "
        + environment
        + "; "
        + NO_RESOURCE;
  }

  private static String action(String name) {
    return "Pipeline/" + name + "/CodePipelineActionRole/DefaultPolicy/Resource";
  }
}
