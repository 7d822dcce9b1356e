package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is compared. */
final class TurnsTest {
  private final List<String> order = new ArrayList<>();
  private final Findings findings = new Findings();

  private Supplier<Run> runs(String name, double... perSecond) {
    Iterator<Run> runs =
        Arrays.stream(perSecond)
            .mapToObj(one -> new Run(name, 64, one, null, new Cost(1, 1, 1, 1), 1, 0))
            .iterator();
    return () -> {
      order.add(name);
      return runs.next();
    };
  }

  @Test
  void isComparedWithWhatWasMeasuredInTheSameTurn() {
    Turns.of(findings, 3, List.of(runs("one", 2, 4, 60), runs("other", 1, 1, 20)));

    assertThat(
            Turns.ratios(
                findings.turns("one", 64).orElseThrow(),
                findings.turns("other", 64).orElseThrow(),
                Run::perSecond))
        .containsExactly(2.0, 4.0, 3.0);
  }

  @Test
  void isMeasuredInTurnsAndOfEachTheRunInTheMiddleIsKept() {
    Turns.of(findings, 3, List.of(runs("one", 3, 1, 2), runs("other", 10, 30, 20)));

    assertThat(order).containsExactly("one", "other", "one", "other", "one", "other");
    assertThat(findings.runs()).extracting(Run::name).containsExactly("one", "other");
    assertThat(findings.runs()).extracting(Run::perSecond).containsExactly(2.0, 20.0);
  }
}
