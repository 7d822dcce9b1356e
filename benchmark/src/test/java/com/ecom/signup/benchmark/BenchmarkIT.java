package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, in a hurry: that it measures everything, not what comes out. */
@ExtendWith(Generators.class)
final class BenchmarkIT {
  private static final Project PROJECT = new Project(Path.of("..").toAbsolutePath().normalize());
  private static final Pace HURRY = new Pace(1, 1, 1, 1, 0, 1, 1);

  private final Path folder;

  BenchmarkIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void measuresTheLoadAndWritesItDown() throws IOException {
    Plan plan =
        new Plan(Set.of(Part.LOAD), Optional.empty(), false, HURRY, List.of(2), folder, false);

    assertThat(Main.run(plan, PROJECT)).isZero();

    Result result = Result.read(folder.resolve("result.json")).orElseThrow();
    assertThat(result.runs())
        .extracting(run -> run.name() + " " + run.connections())
        .containsExactly(
            "pgbench -j 1: two inserts in a transaction 2",
            "pgbench -j 1: both rows in a statement 2",
            "registration 2",
            "pgbench -j 2: two inserts in a transaction 2",
            "pgbench -j 2: both rows in a statement 2",
            "pgbench -j 1: select by key 2",
            "look-up 2",
            "pgbench -j 2: select by key 2",
            "pgbench -j 1: two inserts in a transaction, beside delivery 2",
            "registration, delivery on 2",
            "pgbench -j 2: two inserts in a transaction, beside delivery 2");
    assertThat(result.runs()).allSatisfy(BenchmarkIT::isComplete);
    assertThat(result.ratios()).hasSize(8);
    assertThat(result.targets()).hasSize(11);
    assertThat(result.machine().postgresql()).containsEntry("fsync", "on").containsKey("version");
    assertThat(folder.resolve("result.txt")).content().contains("registration, delivery on");
    assertThat(folder.resolve("chart.svg")).content().endsWith("</svg>\n");
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void failsWithoutAServiceThatRuns() throws IOException {
    Plan plan =
        new Plan(Set.of(Part.LOAD), Optional.empty(), false, HURRY, List.of(2), folder, false);

    assertThat(Main.run(plan, new Project(folder))).isEqualTo(1);

    assertThat(folder.resolve("result.json")).doesNotExist();
    assertThat(leftBehind()).isEmpty();
  }

  private static void isComplete(Run run) {
    assertThat(run.requests()).as(run.name()).isPositive();
    assertThat(run.perSecond()).as(run.name()).isPositive();
    assertThat(run.cost().database()).as(run.name()).isPositive();
    assertThat(run.cost().generator()).as(run.name()).isPositive();
    assertThat(run.errors()).as(run.name()).isZero();
    assertThat(run.latency() == null).as(run.name()).isEqualTo(run.name().startsWith("pgbench"));
  }

  private static List<ProcessHandle> leftBehind() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").matches(".*/(java|wrk|postgres)"))
        .filter(ProcessHandle::isAlive)
        .toList();
  }
}
