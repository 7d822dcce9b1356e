package com.ecom.signup.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others have written down of good templates and scripts. */
final class RulesTest {
  private static final Path VALIDATOR = Path.of("node_modules", "@aws", "cloudformation-validate");

  static List<Templates> all() {
    return Templates.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void breaksNoRuleOfCdkNagWithoutAReason(Templates templates) throws IOException {
    Path report = Templates.FOLDER.resolve("AwsSolutions-" + templates + "-NagReport.csv");
    try (Stream<String> lines = Files.lines(report)) {
      assertThat(
              lines
                  .filter(
                      line -> !line.contains("\"Compliant\"") && !line.contains("\"Suppressed\""))
                  .skip(1))
          .isEmpty();
    }
  }

  static boolean hasValidator() {
    return Files.isDirectory(VALIDATOR);
  }

  @Test
  @EnabledIf(value = "hasValidator", disabledReason = "npm has not fetched the validator")
  void fitsTheSchemasOfCloudFormation() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "validate.js"));
    Templates.all().forEach(templates -> command.add(templates.file().toString()));
    Ran ran = Ran.of(Path.of("."), command);
    assertThat(ran.output()).contains("3 templates are valid");
    assertThat(ran.status()).isZero();
  }

  static boolean hasShellcheck() {
    return Stream.of(
            "/usr/bin/shellcheck", "/usr/local/bin/shellcheck", "/opt/homebrew/bin/shellcheck")
        .anyMatch(path -> Files.isExecutable(Path.of(path)));
  }

  @Test
  @EnabledIf(value = "hasShellcheck", disabledReason = "shellcheck is not installed")
  void scriptsAreAsShellcheckWantsThem() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("shellcheck", "-x", "test", "run", ".ci/run"));
    command.addAll(
        List.of(".mvn/jdk25.sh", "benchmark/generators.sh", "infra/synth", "infra/node.sh"));
    command.addAll(List.of("ops/image-check", "ops/compose-check", "ops/debian.sh"));
    try (Stream<Path> scripts = Files.list(Templates.REPOSITORY.resolve("infra/deliver"))) {
      scripts.map(Path::toString).sorted().forEach(command::add);
    }
    Ran ran = Ran.of(Templates.REPOSITORY, command);
    assertThat(ran.output()).isEmpty();
    assertThat(ran.status()).isZero();
  }
}
