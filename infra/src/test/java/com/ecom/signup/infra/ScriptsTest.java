package com.ecom.signup.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What CodeBuild would run, run here: {@code aws}, {@code docker} and the like are stand-ins which
 * write down what they were asked, and answer what a test has laid out for them.
 */
final class ScriptsTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String IMAGES = "registry.example/signup";

  /** Answers with what is in a file named by the first two words; fails if there is none. */
  private static final String STAND_IN =
      """
      #!/usr/bin/env bash
      name=$(basename "$0")
      line="$name $*"
      printf '%s\\n' "${line//$'\\n'/ }" >>"$ASKED" # at once, as two may be at the ends of a pipe
      answer=$ANSWERS/$name-$1-$2
      case $name in
        aws) [ -e "$answer" ] || exit 254; cat "$answer" ;;
        curl) cat "$ANSWERS/curl" ;;
        docker)
          [ "$1" != create ] || echo container
          [ "$1" != login ] || cat >/dev/null
          ;;
      esac
      """;

  private final Path work;

  ScriptsTest(@TempDir Path work) throws IOException {
    this.work = work;
    for (String folder : List.of("bin", "answers", "infra/deliver", ".ci")) {
      Files.createDirectories(work.resolve(folder));
    }
    for (String program : List.of("aws", "docker", "curl")) {
      executable("bin/" + program, STAND_IN);
    }
    executable(".ci/run", "#!/usr/bin/env bash\necho .ci/run >>\"$ASKED\"\n");
    for (String file :
        List.of(
            "taskdef.json",
            "appspec.yml",
            "buildspec.yml",
            "infra/deliver/jdk",
            "infra/deliver/image",
            "infra/deliver/migrate",
            "infra/deliver/smoke",
            "infra/deliver/changes")) {
      Files.copy(Templates.REPOSITORY.resolve(file), work.resolve(file));
    }
  }

  private void executable(String file, String text) throws IOException {
    Files.writeString(work.resolve(file), text);
    Files.setPosixFilePermissions(work.resolve(file), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void answer(String call, String text) throws IOException {
    Files.writeString(work.resolve("answers").resolve(call), text);
  }

  private Ran run(List<String> commands, String... variables)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>();
    all.put("ASKED", work.resolve("asked").toString());
    all.put("ANSWERS", work.resolve("answers").toString());
    all.put("JDK_FOLDER", work.resolve("jdk").toString());
    for (int i = 0; i < variables.length; i += 2) {
      all.put(variables[i], variables[i + 1]);
    }
    return Ran.of(
        work,
        List.of("bash", "-c", "set -e\n" + String.join("\n", commands)),
        work.resolve("bin"),
        all);
  }

  /** What CodeBuild does with a commit. */
  private Ran build() throws IOException, InterruptedException {
    return run(
        commandsOfFile(),
        "REPOSITORY_URI",
        IMAGES,
        "CODEBUILD_RESOLVED_SOURCE_VERSION",
        COMMIT,
        "REPOSITORY",
        "ecom/signup",
        "COMMIT_TIME",
        "2026-01-30T10:00:00Z");
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(work.resolve("asked"));
  }

  private static List<String> commandsOf(JsonNode spec) {
    List<String> commands = new ArrayList<>();
    for (JsonNode phase : spec.path("phases")) {
      phase.path("commands").forEach(command -> commands.add(command.asText()));
    }
    return commands;
  }

  private static List<String> commandsOfFile() throws IOException {
    return commandsOf(
        new YAMLMapper().readTree(Templates.REPOSITORY.resolve("buildspec.yml").toFile()));
  }

  private static List<String> commandsOfProject(String name) throws IOException {
    String spec =
        Templates.PIPELINE
            .called("CodeBuild::Project", name)
            .path("Source")
            .path("BuildSpec")
            .asText();
    return commandsOf(new ObjectMapper().readTree(spec));
  }

  @Test
  void testsThenBuildsAndPushesImageOfCommit() throws IOException, InterruptedException {
    answer("aws-ecr-get-login-password", "password\n");
    Ran ran = build();

    assertThat(ran.status()).as(ran.output()).isZero();
    String image = IMAGES + ":" + COMMIT;
    assertThat(asked())
        .containsSubsequence(
            "docker create public.ecr.aws/docker/library/eclipse-temurin:25-jdk",
            ".ci/run",
            "docker login --username AWS --password-stdin registry.example",
            "docker build --pull --build-arg REVISION="
                + COMMIT
                + " --build-arg CREATED=2026-01-30T10:00:00Z"
                + " --build-arg SOURCE=https://github.com/ecom/signup --tag "
                + image
                + " .",
            "docker push " + image);
    assertThat(work.resolve("imageDetail.json"))
        .content()
        .isEqualTo("{\"ImageURI\":\"%s\"}\n".formatted(image));
  }

  @Test
  void buildsNoImageOfCommitThatFailsItsTests() throws IOException, InterruptedException {
    executable(".ci/run", "#!/usr/bin/env bash\nexit 1\n");
    Ran ran = build();

    assertThat(ran.status()).isNotZero();
    assertThat(asked()).noneMatch(line -> line.startsWith("docker build"));
    assertThat(work.resolve("imageDetail.json")).doesNotExist();
  }

  @Test
  void takesImageThatIsThereAlready() throws IOException, InterruptedException {
    answer("aws-ecr-describe-images", "{}");
    Ran ran = build();

    assertThat(ran.status()).as(ran.output()).isZero();
    assertThat(asked()).noneMatch(line -> line.startsWith("docker push"));
    assertThat(work.resolve("imageDetail.json")).content().contains(COMMIT);
  }

  @Test
  void buildLeavesWhatTheNextStepsTake() throws IOException {
    JsonNode files =
        new YAMLMapper()
            .readTree(Templates.REPOSITORY.resolve("buildspec.yml").toFile())
            .path("artifacts")
            .path("files");
    assertThat(files.valueStream().map(JsonNode::asText))
        .contains(
            "appspec.yml",
            "taskdef.json",
            "imageDetail.json",
            "service/target/bom.json",
            "infra/deliver/*");
  }

  /** The parameter, as an environment's stack writes it, with a word for each reference. */
  private static String valuesOfStack() {
    JsonNode value = Templates.DEV.the("SSM::Parameter").path("Value").path("Fn::Join");
    assertThat(value.path(0).asText()).isEmpty();
    StringBuilder text = new StringBuilder();
    for (JsonNode part : value.path(1)) {
      text.append(
          part.isTextual()
              ? part.asText()
              : "a&b/"
                  + part.findValuesAsText("Ref")
                  + part.findPath("Fn::GetAtt").path(0).asText());
    }
    return text.append("\n").toString();
  }

  private void layOutMigration(String exitCode) throws IOException {
    answer("aws-ssm-get-parameter", valuesOfStack());
    answer("aws-ecs-register-task-definition", "definition:7\n");
    answer("aws-ecs-run-task", "cluster/task-1\n");
    answer("aws-ecs-wait", "");
    answer("aws-ecs-describe-tasks", exitCode + "\n");
    Files.writeString(
        work.resolve("imageDetail.json"), "{\"ImageURI\":\"%s:%s\"}\n".formatted(IMAGES, COMMIT));
  }

  @Test
  void migratesWithNewImageBeforeDeployment() throws IOException, InterruptedException {
    layOutMigration("0");
    Ran ran = run(commandsOfProject("MigrateDev"), "ENVIRONMENT", "dev");

    assertThat(ran.status()).as(ran.output()).isZero();
    assertThat(asked().getFirst()).contains("ssm get-parameter --name /signup/dev/task");
    assertThat(asked())
        .anyMatch(
            line ->
                line.contains("ecs register-task-definition")
                    && line.contains("\"family\": \"signup-dev-migration\"")
                    && line.contains("\"image\": \"" + IMAGES + ":" + COMMIT + "\""))
        .anyMatch(
            line ->
                line.contains("ecs run-task --cluster signup-dev")
                    && line.contains("--task-definition definition:7")
                    && line.contains("\"command\":[\"migrate\"]")
                    && line.contains("assignPublicIp=DISABLED"));
  }

  @Test
  void fillsEveryPlaceButTheImage() throws IOException, InterruptedException {
    layOutMigration("0");
    run(commandsOfProject("MigrateDev"), "ENVIRONMENT", "dev");

    JsonNode task = new ObjectMapper().readTree(work.resolve("taskdef.json").toFile());
    assertThat(task.path("family").asText()).isEqualTo("signup-dev");
    assertThat(task.path("cpu").asText()).isEqualTo("256");
    assertThat(task.path("containerDefinitions").path(0).path("image").asText())
        .isEqualTo("<IMAGE1_NAME>");
    assertThat(task.toString().replace("<IMAGE1_NAME>", "")).doesNotContain("<").contains("a&b/");
  }

  @Test
  void failedMigrationStopsTheStage() throws IOException, InterruptedException {
    layOutMigration("1");
    Ran ran = run(commandsOfProject("MigrateDev"), "ENVIRONMENT", "dev");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.output()).contains("The migration ended with 1");
  }

  @Test
  void valueThatIsMissingStopsTheStage() throws IOException, InterruptedException {
    layOutMigration("0");
    answer("aws-ssm-get-parameter", valuesOfStack().replaceFirst("DB_HOST=[^\\n]*\\n", ""));
    Ran ran = run(commandsOfProject("MigrateDev"), "ENVIRONMENT", "dev");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.output()).contains("fills <DB_HOST> ");
    assertThat(asked()).noneMatch(line -> line.contains("run-task"));
  }

  @Test
  void approvalShowsTheCommitsBetween() throws IOException, InterruptedException {
    answer("aws-ecs-describe-services", "signup-prod:12\n");
    answer("aws-ecs-describe-task-definition", IMAGES + ":" + "f".repeat(40) + "\n");
    List<String> commands = new ArrayList<>(commandsOfProject("ChangesProd"));
    commands.add("env | grep ^COMPARE_URL");
    Ran ran = run(commands, "ENVIRONMENT", "prod", "REPOSITORY", "ecom/signup", "COMMIT", COMMIT);

    assertThat(ran.output())
        .contains(
            "COMPARE_URL=https://github.com/ecom/signup/compare/%s...%s"
                .formatted("f".repeat(40), COMMIT));
  }

  @Test
  void approvalOfTheFirstDeploymentShowsAllCommits() throws IOException, InterruptedException {
    Ran ran =
        run(
            commandsOfProject("ChangesProd"),
            "ENVIRONMENT",
            "prod",
            "REPOSITORY",
            "ecom/signup",
            "COMMIT",
            COMMIT);

    assertThat(ran.status()).isZero();
    assertThat(ran.output()).contains("Nothing is deployed to prod yet", "/commits/" + COMMIT);
  }

  @Test
  void smokeTestFailsWhereTheServiceDoes() throws IOException, InterruptedException {
    answer("curl", "{\"detail\":\"no\"}\n503");
    Ran ran = run(commandsOfProject("SmokeDev"), "BASE_URL", "https://signup.dev.ecom.example");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.output()).contains("FAILED: old clients are greeted; expected 200");
    assertThat(asked()).anyMatch(line -> line.endsWith("http://signup.dev.ecom.example/"));
  }
}
