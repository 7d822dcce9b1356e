package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the project wants. */
final class TargetsTest {
  private static final Launch SHIPPED =
      new Launch(false, true, Optional.empty(), EmbeddedDatabase.DATABASE);

  @Test
  void meetsABoundExactlyAndMissesItByALittle() {
    assertThat(new Target("", true, 3, "x", 3).verdict()).isEqualTo("ok");
    assertThat(new Target("", true, 3, "x", 2.99).verdict()).isEqualTo("MISSED");
    assertThat(new Target("", false, 25, "ms", 25).verdict()).isEqualTo("ok");
    assertThat(new Target("", false, 25, "ms", 25.1).verdict()).isEqualTo("MISSED");
  }

  @Test
  void saysWhatIsWanted() {
    assertThat(new Target("", true, 1.7, "x", 3).wanted()).isEqualTo(">= 1.70 x");
    assertThat(new Target("", false, 25, "ms", 3).wanted()).isEqualTo("<= 25 ms");
  }

  @Test
  void appliesToWhatWasMeasuredAlone() {
    Findings findings = new Findings();
    findings.add(ResultsInWords.run(Measuring.LOOKUP, 60_000));
    findings.figure(StartPart.cpu(SHIPPED), "s", 1.4);
    findings.figure(GrowthPart.GROWTH + "look-up, time", "x", 1.4);
    findings.figure(GrowthPart.GROWTH + "look-up, CPU of the database", "x", 1.5);

    assertThat(Targets.of(findings, 64, SHIPPED))
        .containsExactly(
            new Target("look-up: CPU of the service", false, 30, "us", 50),
            new Target("look-up: p99", false, 25, "ms", 26.5),
            new Target("start, whole cores, AOT cache: CPU", false, 1.5, "s", 1.4),
            new Target("growth: look-up, time", false, 1.3, "x", 1.4));
  }

  @Test
  void isMissedByARunThatTellsNoLatency() {
    Findings findings = new Findings();
    findings.add(new Run(Measuring.LOOKUP, 64, 1, null, new Cost(1, 1, 1, 1), 1, 0));

    assertThat(Targets.of(findings, 64, SHIPPED))
        .extracting(Target::verdict)
        .isEqualTo(List.of("ok", "MISSED"));
  }
}
