package com.ecom.signup.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an environment promises, each by the one property that keeps it. */
final class PromisesTest {
  static List<Templates> environments() {
    return Templates.environments();
  }

  static List<Templates> all() {
    return Templates.all();
  }

  @ParameterizedTest
  @MethodSource("environments")
  void databaseIsEncryptedPrivateAndBackedUp(Templates templates) {
    JsonNode database = templates.the("RDS::DBInstance");
    assertThat(database.path("StorageEncrypted").asBoolean()).isTrue();
    assertThat(database.path("PubliclyAccessible").asBoolean(true)).isFalse();
    assertThat(database.path("BackupRetentionPeriod").asInt()).isGreaterThanOrEqualTo(7);
    assertThat(database.path("EngineVersion").asText()).isEqualTo("18");
    assertThat(database.path("AutoMinorVersionUpgrade").asBoolean()).isTrue();
    assertThat(database.path("EnablePerformanceInsights").asBoolean()).isTrue();
    assertThat(database.path("CopyTagsToSnapshot").asBoolean()).isTrue();
  }

  @Test
  void databaseOfProdIsGuardedAndHasAStandby() {
    JsonNode database = Templates.PROD.the("RDS::DBInstance");
    assertThat(database.path("DeletionProtection").asBoolean()).isTrue();
    assertThat(database.path("MultiAZ").asBoolean()).isTrue();
    assertThat(database.path("BackupRetentionPeriod").asInt()).isEqualTo(35);
  }

  @ParameterizedTest
  @MethodSource("environments")
  void databaseIsNeverDeletedWithoutASnapshot(Templates templates) {
    for (JsonNode resource : templates.resources()) {
      if (resource.path("Type").asText().equals("AWS::RDS::DBInstance")) {
        assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Snapshot");
        assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Snapshot");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void databaseTakesTlsOnlyAndLogsNoStatement(Templates templates) {
    JsonNode settings = templates.the("RDS::DBParameterGroup").path("Parameters");
    assertThat(settings.path("rds.force_ssl").asText()).isEqualTo("1");
    assertThat(settings.path("log_statement").asText()).isEqualTo("none");
    assertThat(settings.path("log_min_error_statement").asText()).isEqualTo("panic");
    assertThat(settings.path("log_min_duration_statement").asText()).isEqualTo("-1");
    assertThat(settings.path("log_parameter_max_length_on_error").asText()).isEqualTo("0");
  }

  @ParameterizedTest
  @MethodSource("environments")
  void passwordIsKeptAndRotatedByRds(Templates templates) {
    JsonNode database = templates.the("RDS::DBInstance");
    assertThat(database.path("ManageMasterUserPassword").asBoolean()).isTrue();
    assertThat(database.has("MasterUserPassword")).isFalse();
    assertThat(database.path("MasterUsername").asText()).isEqualTo("ecom_user");
  }

  @ParameterizedTest
  @MethodSource("environments")
  void onlyTasksReachTheDatabaseAndOnlyTheBalancerReachesTasks(Templates templates) {
    Map<String, Set<String>> reached = new TreeMap<>();
    for (JsonNode rule : templates.all("EC2::SecurityGroupIngress")) {
      reached
          .computeIfAbsent(group(rule.path("GroupId")), name -> new TreeSet<>())
          .add(group(rule.path("SourceSecurityGroupId")) + ":" + rule.path("FromPort").asText());
    }
    assertThat(reached)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "DatabaseGroup", Set.of("TasksGroup:5432"),
                "TasksGroup", Set.of("EntranceGroup:8001", "EntranceGroup:8002")));
  }

  private static String group(JsonNode reference) {
    return reference.path("Fn::GetAtt").path(0).asText().replaceFirst("Group.*", "Group");
  }

  @ParameterizedTest
  @MethodSource("environments")
  void databaseGoesNowhereAndTasksOnlyWhereTheyMust(Templates templates) {
    assertThat(templates.called("EC2::SecurityGroup", "DatabaseGroup").path("SecurityGroupEgress"))
        .singleElement()
        .satisfies(
            rule -> assertThat(rule.path("CidrIp").asText()).isEqualTo("255.255.255.255/32"));
    assertThat(templates.called("EC2::SecurityGroup", "TasksGroup").path("SecurityGroupEgress"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.path("FromPort").asInt()).isEqualTo(443));
  }

  @ParameterizedTest
  @MethodSource("environments")
  void balancerServesHttpsAndRedirectsHttp(Templates templates) {
    JsonNode https = listener(templates, 443);
    assertThat(https.path("Protocol").asText()).isEqualTo("HTTPS");
    assertThat(https.path("SslPolicy").asText()).contains("TLS13-1-2");
    assertThat(https.path("Certificates")).hasSize(1);
    JsonNode http = listener(templates, 80);
    assertThat(http.path("DefaultActions"))
        .allSatisfy(action -> assertThat(action.path("Type").asText()).isEqualTo("redirect"));
  }

  private static JsonNode listener(Templates templates, int port) {
    return templates.all("ElasticLoadBalancingV2::Listener").stream()
        .filter(listener -> listener.path("Port").asInt() == port)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("environments")
  void balancerKeepsALogAndDropsInvalidHeaders(Templates templates) {
    Map<String, String> attributes = attributes(templates);
    assertThat(attributes)
        .containsEntry("routing.http.drop_invalid_header_fields.enabled", "true")
        .containsEntry("access_logs.s3.enabled", "true")
        .containsEntry("deletion_protection.enabled", String.valueOf(templates == Templates.PROD));
  }

  private static Map<String, String> attributes(Templates templates) {
    Map<String, String> attributes = new TreeMap<>();
    for (JsonNode attribute :
        templates.the("ElasticLoadBalancingV2::LoadBalancer").path("LoadBalancerAttributes")) {
      attributes.put(attribute.path("Key").asText(), attribute.path("Value").asText());
    }
    return attributes;
  }

  @ParameterizedTest
  @MethodSource("environments")
  void healthIsCheckedOnThePortThatNoListenerLeadsTo(Templates templates) {
    assertThat(templates.all("ElasticLoadBalancingV2::TargetGroup"))
        .hasSize(2)
        .allSatisfy(
            targets -> {
              assertThat(targets.path("HealthCheckPort").asText()).isEqualTo("8002");
              assertThat(targets.path("HealthCheckPath").asText()).isEqualTo("/health/ready");
              assertThat(targets.path("Port").asInt()).isEqualTo(8001);
            });
  }

  @ParameterizedTest
  @MethodSource("environments")
  void firewallBoundsTheRateAndLogsNoCredentials(Templates templates) {
    JsonNode rules = templates.the("WAFv2::WebACL").path("Rules");
    assertThat(rules).hasSize(4);
    assertThat(rules.findValuesAsText("Limit")).containsExactly("2000");
    assertThat(
            templates
                .the("WAFv2::LoggingConfiguration")
                .path("RedactedFields")
                .findValuesAsText("Name"))
        .containsExactlyInAnyOrder("authorization", "cookie");
    assertThat(templates.all("WAFv2::WebACLAssociation")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("environments")
  void serviceRunsInTwoZonesWithoutPublicAddressAndWithoutShell(Templates templates) {
    JsonNode service = templates.the("ECS::Service");
    JsonNode network = service.path("NetworkConfiguration").path("AwsvpcConfiguration");
    assertThat(network.path("AssignPublicIp").asText()).isEqualTo("DISABLED");
    assertThat(network.path("Subnets")).hasSize(2);
    assertThat(service.path("EnableExecuteCommand").asBoolean(true)).isFalse();
    assertThat(service.path("DesiredCount").asInt()).isEqualTo(2);
    assertThat(service.path("HealthCheckGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("environments")
  void servicesScaleByCpuAndByRequests(Templates templates) {
    assertThat(templates.all("ApplicationAutoScaling::ScalingPolicy"))
        .extracting(
            policy ->
                policy.findValuesAsText("PredefinedMetricType")
                    + "|"
                    + new TreeSet<>(policy.findValuesAsText("MetricName")))
        .containsExactlyInAnyOrder(
            "[ECSServiceAverageCPUUtilization]|[]", "[]|[RequestCountPerTarget]");
    assertThat(templates.the("ApplicationAutoScaling::ScalableTarget").path("MinCapacity").asInt())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("environments")
  void serviceMayDoFiveThings(Templates templates) {
    JsonNode policy = templates.called("IAM::Policy", "TaskRole");
    assertThat(policy.findValuesAsText("Action"))
        .containsExactlyInAnyOrder(
            "secretsmanager:GetSecretValue",
            "sns:Publish",
            "ses:SendEmail",
            "kms:Decrypt",
            "kms:GenerateDataKey");
    assertThat(policy.findValues("Resource"))
        .allSatisfy(resource -> assertThat(resource.toString()).doesNotContain("*"));
    assertThat(policy.toString()).contains("ses:FromAddress");
  }

  @ParameterizedTest
  @MethodSource("all")
  void topicsAreEncryptedAndTakeTlsOnly(Templates templates) {
    assertThat(templates.all("SNS::Topic"))
        .isNotEmpty()
        .allSatisfy(topic -> assertThat(topic.has("KmsMasterKeyId")).isTrue());
    assertThat(templates.all("SNS::TopicPolicy"))
        .allSatisfy(policy -> assertThat(policy.toString()).contains("aws:SecureTransport"));
  }

  @ParameterizedTest
  @MethodSource("environments")
  void topicRefusesOtherAccountsAndLogsDeliveries(Templates templates) {
    assertThat(templates.called("SNS::TopicPolicy", "RegisteredPolicy").toString())
        .contains("OnlyThisAccount");
    assertThat(templates.called("SNS::Topic", "Registered").path("DeliveryStatusLogging"))
        .singleElement()
        .satisfies(
            logging -> {
              assertThat(logging.path("Protocol").asText()).isEqualTo("sqs");
              assertThat(logging.has("FailureFeedbackRoleArn")).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("environments")
  void campaignGetsTheEventItselfAndKeepsWhatItCannotTake(Templates templates) {
    assertThat(
            templates
                .called("SNS::Subscription", "Campaign")
                .path("RawMessageDelivery")
                .asBoolean())
        .isTrue();
    assertThat(
            templates.all("SQS::Queue").stream()
                .filter(queue -> queue.has("RedrivePolicy"))
                .map(queue -> queue.path("RedrivePolicy").path("maxReceiveCount").asInt()))
        .containsExactly(5);
  }

  @Test
  void imagesAreScannedNeverWrittenOverAndNotKeptForEver() {
    JsonNode images = Templates.PIPELINE.the("ECR::Repository");
    assertThat(images.path("ImageScanningConfiguration").path("ScanOnPush").asBoolean()).isTrue();
    assertThat(images.path("ImageTagMutability").asText()).isEqualTo("IMMUTABLE");
    assertThat(images.path("LifecyclePolicy").path("LifecyclePolicyText").asText())
        .contains("expire");
  }

  @ParameterizedTest
  @MethodSource("all")
  void logsAreEncryptedAndForgotten(Templates templates) {
    assertThat(templates.all("Logs::LogGroup"))
        .isNotEmpty()
        .allSatisfy(
            log -> {
              assertThat(log.path("RetentionInDays").asInt()).isBetween(30, 180);
              assertThat(log.has("KmsKeyId")).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("environments")
  void everyAlarmTellsOperations(Templates templates) {
    assertThat(templates.all("CloudWatch::Alarm"))
        .extracting(
            alarm -> alarm.path("AlarmName").asText().replaceFirst("signup-(dev|prod)-", ""))
        .containsExactlyInAnyOrder(
            "errors",
            "latency",
            "unhealthy",
            "tasks-fail",
            "unreachable",
            "cpu",
            "memory",
            "database-cpu",
            "database-storage",
            "database-connections",
            "not-taken",
            "not-delivered",
            "mails-bounce",
            "mails-given-up",
            "events-wait",
            "events-parked",
            "secret");
    assertThat(templates.all("CloudWatch::Alarm"))
        .allSatisfy(
            alarm -> assertThat(alarm.path("AlarmActions").toString()).contains("Operations"));
  }

  @ParameterizedTest
  @MethodSource("environments")
  void spendingIsWatchedByTag(Templates templates) {
    assertThat(templates.the("Budgets::Budget").toString()).contains("user:environment$");
    assertThat(templates.the("ECS::Service").path("Tags").findValuesAsText("Key"))
        .containsExactlyInAnyOrder("environment", "service");
  }

  @ParameterizedTest
  @MethodSource("all")
  void templatesHoldNoAccountAndNoMadeUpZone(Templates templates) throws IOException {
    String text = Files.readString(templates.file());
    assertThat(text).doesNotContain("dummy").doesNotContainPattern("\\b\\d{12}\\b");
  }
}
