package com.ecom.signup.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way from a merge to prod, and back. */
final class PipelineTest {
  static List<Templates> environments() {
    return Templates.environments();
  }

  private static JsonNode stages() {
    return Templates.PIPELINE.the("CodePipeline::Pipeline").path("Stages");
  }

  private static JsonNode action(String stage, String name) {
    for (JsonNode found : stages()) {
      for (JsonNode action : found.path("Actions")) {
        if (found.path("Name").asText().equals(stage)
            && action.path("Name").asText().equals(name)) {
          return action;
        }
      }
    }
    throw new AssertionError("no action " + name + " in " + stage);
  }

  @Test
  void somebodyApprovesBetweenDevAndProd() {
    List<String> steps = new ArrayList<>();
    for (JsonNode stage : stages()) {
      List<JsonNode> actions = new ArrayList<>();
      stage.path("Actions").forEach(actions::add);
      actions.sort((one, other) -> one.path("RunOrder").asInt() - other.path("RunOrder").asInt());
      actions.forEach(
          action -> steps.add(stage.path("Name").asText() + "/" + action.path("Name").asText()));
    }
    assertThat(steps)
        .containsExactly(
            "Source/GitHub",
            "Build/Image",
            "dev/Migrate",
            "dev/Deploy",
            "dev/Smoke",
            "Approval/Changes",
            "Approval/Approve",
            "prod/Migrate",
            "prod/Deploy",
            "prod/Smoke");
    assertThat(action("Approval", "Approve").path("ActionTypeId").path("Category").asText())
        .isEqualTo("Approval");
  }

  @Test
  void approvalLinksToWhatChanges() {
    JsonNode approval = action("Approval", "Approve").path("Configuration");
    assertThat(approval.path("ExternalEntityLink").asText()).isEqualTo("#{Changes.COMPARE_URL}");
    assertThat(action("Approval", "Changes").path("Namespace").asText()).isEqualTo("Changes");
    assertThat(approval.has("NotificationArn")).isTrue();
  }

  @Test
  void mergeToMainStartsIt() {
    JsonNode source = action("Source", "GitHub").path("Configuration");
    assertThat(source.path("BranchName").asText()).isEqualTo("main");
    assertThat(source.path("DetectChanges").asBoolean()).isTrue();
    assertThat(source.path("ConnectionArn").toString()).contains("codeconnections");
    assertThat(Templates.PIPELINE.called("IAM::Policy", "PipelineSourceGitHub").toString())
        .contains("codeconnections:UseConnection");
  }

  @Test
  void failedStageIsTakenBack() {
    for (JsonNode stage : stages()) {
      if (List.of("dev", "prod").contains(stage.path("Name").asText())) {
        assertThat(stage.path("OnFailure").path("Result").asText()).isEqualTo("ROLLBACK");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void deploymentIsTakenBackOnAlarmAndFailure(Templates templates) {
    JsonNode group = templates.the("CodeDeploy::DeploymentGroup");
    assertThat(group.path("AutoRollbackConfiguration").path("Enabled").asBoolean()).isTrue();
    assertThat(group.path("AutoRollbackConfiguration").path("Events").toString())
        .contains("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM");
    assertThat(group.path("AlarmConfiguration").path("Enabled").asBoolean()).isTrue();
    assertThat(group.path("AlarmConfiguration").path("Alarms")).hasSize(4);
    assertThat(group.path("LoadBalancerInfo").findValues("TargetGroups").getFirst()).hasSize(2);
    assertThat(templates.the("ECS::Service").path("DeploymentController").path("Type").asText())
        .isEqualTo("CODE_DEPLOY");
  }

  @ParameterizedTest
  @MethodSource("environments")
  void breakerCountsTasksThatNobodyStopped(Templates templates) {
    JsonNode pattern = templates.the("Events::Rule").path("EventPattern").path("detail");
    assertThat(pattern.path("lastStatus").path(0).asText()).isEqualTo("STOPPED");
    assertThat(pattern.path("$or").findValues("stopCode").getFirst().toString())
        .contains("EssentialContainerExited", "TaskFailedToStart")
        .doesNotContain("UserInitiated", "ServiceSchedulerInitiated");
    JsonNode alarm = templates.called("CloudWatch::Alarm", "TasksFail");
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(2);
    assertThat(alarm.path("MetricName").asText()).isEqualTo("TriggeredRules");
    assertThat(templates.the("CodeDeploy::DeploymentGroup").path("AlarmConfiguration").toString())
        .contains("TasksFail");
  }

  @Test
  void prodShiftsATenthFirst() {
    assertThat(
            Templates.PROD.the("CodeDeploy::DeploymentGroup").path("DeploymentConfigName").asText())
        .isEqualTo("CodeDeployDefault.ECSCanary10Percent5Minutes");
  }
}
