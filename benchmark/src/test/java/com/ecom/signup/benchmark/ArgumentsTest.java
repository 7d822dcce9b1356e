package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words after benchmark/run. */
final class ArgumentsTest {
  private static final Path PROJECT = Path.of("/project");

  @Test
  void measuresEverythingButGrowthAndHotPartsUnlessToldOtherwise() {
    assertThat(plan())
        .isEqualTo(
            new Plan(
                Set.of(Part.LOAD, Part.START, Part.QUARTER, Part.IMPORT),
                Optional.empty(),
                false,
                Pace.USUAL,
                List.of(1, 16, 64, 256),
                PROJECT.resolve("benchmark/results"),
                false));
  }

  @Test
  void takesEveryWord() {
    assertThat(
            plan(
                "--only",
                "load,quarter",
                "--growth",
                "--growth-customers",
                "200000",
                "--jmh",
                "--baseline",
                "--output",
                "../there",
                "--duration",
                "7",
                "--warmup",
                "9"))
        .isEqualTo(
            new Plan(
                Set.of(Part.LOAD, Part.QUARTER),
                Optional.of(200_000L),
                true,
                new Pace(9, 18, 7, 15, 10, 5, 5),
                List.of(1, 16, 64, 256),
                Path.of("/home/there"),
                true));
  }

  @Test
  void isQuickWhateverTheOrder() {
    assertThat(plan("--quick").pace()).isEqualTo(Pace.QUICK);
    assertThat(plan("--duration", "5", "--quick").pace().run()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fast|Unknown argument '--fast'; benchmark/run --help tells what there is.",
        "load|Unknown argument 'load'; benchmark/run --help tells what there is.",
        "--output|--output needs a value; benchmark/run --help tells which.",
        "--only load,all|--only takes load, start, quarter and import, with commas between, but not"
            + " 'all'.",
        "--warmup 0|--warmup must be a number from 1 to 3600, but is '0'.",
        "--duration 1m|--duration must be a number from 1 to 3600, but is '1m'.",
        "--growth-customers 99999999999|"
            + "--growth-customers must be a number from 100001 to 20000000, but is '99999999999'."
      })
  void refusesWhatMakesNoSenseAndSaysWhatToDo(String words, String message) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> plan(words.split(" ", -1)))
        .withMessage(message);
  }

  private static Plan plan(String... words) {
    return Arguments.parse(List.of(words), Path.of("/home/me"), PROJECT);
  }
}
