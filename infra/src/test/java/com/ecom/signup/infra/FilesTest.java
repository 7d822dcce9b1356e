package com.ecom.signup.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files at the root say what the templates say. */
final class FilesTest {
  static List<Templates> environments() {
    return Templates.environments();
  }

  private static String text(String file) throws IOException {
    return Files.readString(Templates.REPOSITORY.resolve(file));
  }

  private static JsonNode task() throws IOException {
    return new ObjectMapper().readTree(text("taskdef.json"));
  }

  private static JsonNode container() throws IOException {
    return task().path("containerDefinitions").path(0);
  }

  @ParameterizedTest
  @MethodSource("environments")
  void firstTaskIsTheOneOfTheFile(Templates templates) throws IOException {
    JsonNode first = templates.the("ECS::TaskDefinition");
    JsonNode made = first.path("ContainerDefinitions").path(0);
    assertThat(made.path("Name").asText()).isEqualTo(container().path("name").asText());
    assertThat(made.findValuesAsText("ContainerPort"))
        .isEqualTo(container().findValuesAsText("containerPort"));
    assertThat(names(made.path("Environment"), "Name"))
        .isEqualTo(names(container().path("environment"), "name"));
    assertThat(names(made.path("Secrets"), "Name"))
        .isEqualTo(names(container().path("secrets"), "name"));
    assertThat(first.toString()).doesNotContain("<");
    assertThat(first.path("TaskRoleArn").toString()).contains("TaskRole");
    assertThat(first.path("ExecutionRoleArn").toString()).contains("ExecutionRole");
  }

  private static Set<String> names(JsonNode elements, String member) {
    Set<String> names = new TreeSet<>();
    elements.forEach(element -> names.add(element.path(member).asText()));
    return names;
  }

  @Test
  void taskCanWriteNowhereAndHasTimeToStop() throws IOException {
    assertThat(container().path("readonlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container().path("stopTimeout").asInt()).isGreaterThanOrEqualTo(25);
    assertThat(container().path("mountPoints")).isEmpty();
    assertThat(task().path("volumes")).isEmpty();
    assertThat(
            container().path("linuxParameters").path("capabilities").path("drop").path(0).asText())
        .isEqualTo("ALL");
  }

  /** Docker's own check, which ECS does not read, and that of the task are the same. */
  @Test
  void healthIsCheckedAsTheImageSays() throws IOException {
    JsonNode check = container().path("healthCheck");
    assertThat(text("Dockerfile"))
        .contains(
            "HEALTHCHECK --interval=%ds --timeout=%ds --start-period=%ds --retries=%d CMD [\"%s\"]"
                .formatted(
                    check.path("interval").asInt(),
                    check.path("timeout").asInt(),
                    check.path("startPeriod").asInt(),
                    check.path("retries").asInt(),
                    check.path("command").path(1).asText()));
  }

  @Test
  void everyVariableIsOneThatTheReadmeLists() throws IOException {
    String readme = text("README.md");
    for (String kind : List.of("environment", "secrets")) {
      assertThat(names(container().path(kind), "name"))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }
  }

  @Test
  void secretsAreNoPlainVariables() throws IOException {
    assertThat(names(container().path("secrets"), "name"))
        .containsExactly("LOOKUP_TOKEN", "OIDC_CLIENT_SECRET", "OPERATOR_TOKEN");
    assertThat(names(container().path("environment"), "name"))
        .noneMatch(name -> name.contains("TOKEN") || name.equals("OIDC_CLIENT_SECRET"));
  }

  @ParameterizedTest
  @MethodSource("environments")
  void appspecNamesTheContainerPortAndPlatformOfTheService(Templates templates) throws IOException {
    JsonNode properties =
        new YAMLMapper()
            .readTree(text("appspec.yml"))
            .path("Resources")
            .path(0)
            .path("TargetService")
            .path("Properties");
    JsonNode service = templates.the("ECS::Service");
    JsonNode balancing = service.path("LoadBalancers").path(0);
    assertThat(properties.path("LoadBalancerInfo").path("ContainerName").asText())
        .isEqualTo(balancing.path("ContainerName").asText());
    assertThat(properties.path("LoadBalancerInfo").path("ContainerPort").asInt())
        .isEqualTo(balancing.path("ContainerPort").asInt());
    assertThat(properties.path("PlatformVersion").asText())
        .isEqualTo(service.path("PlatformVersion").asText());
    assertThat(properties.path("TaskDefinition").asText()).isEqualTo("<TASK_DEFINITION>");
  }

  @Test
  void pipelineTakesTheFilesOfTheRoot() {
    String pipeline = Templates.PIPELINE.the("CodePipeline::Pipeline").toString();
    assertThat(pipeline).contains("\"Image1ContainerName\":\"IMAGE1_NAME\"");
    assertThat(pipeline).contains("\"AppSpecTemplatePath\":\"appspec.yml\"");
    assertThat(pipeline).contains("\"TaskDefinitionTemplatePath\":\"taskdef.json\"");
    assertThat(
            Templates.PIPELINE
                .called("CodeBuild::Project", "Image")
                .path("Source")
                .path("BuildSpec")
                .asText())
        .isEqualTo("buildspec.yml");
  }
}
