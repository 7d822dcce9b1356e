package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** CPU time as Linux tells it. */
final class ProcessTimesTest {

  @Test
  void readsTicksBehindANameWithBlanksAndParentheses() {
    String stat =
        "4828 (po) st (gres) S 1 4828 4828 0 -1 4194560 9 8 7 6 123 45 600 70 20 0 1 0 32998 240";

    assertThat(ProcessTimes.parse(stat)).isEqualTo(new ProcessTimes(1_680_000, 6_700_000));
  }

  @Test
  void countsThisProcess() {
    long pid = ProcessHandle.current().pid();
    long before = ProcessTimes.of(pid).own();

    assertThat(before).isPositive();
    assertThat(ProcessTimes.ofFamily(pid)).isGreaterThanOrEqualTo(before);
  }

  @Test
  void losesNothingOfChildrenThatEndMeanwhile() throws IOException {
    String comingAndGoing =
        "for i in $(seq 400); do for j in 1 2 3 4; do (x=0; while [ $x -lt 4000 ]; do x=$((x+1));"
            + " done) & done; wait; done";
    Process parent = new ProcessBuilder("bash", "-c", comingAndGoing).start();
    try {
      long before = 0;
      for (int reading = 1; reading <= 400 && parent.isAlive(); reading++) {
        long now = ProcessTimes.ofFamily(parent.pid());
        assertThat(parent.isAlive() ? now : before).isGreaterThanOrEqualTo(before);
        before = now;
      }
      assertThat(before).isPositive();
    } finally {
      Children.stop(parent);
    }
  }

  @Test
  void hasNothingToSayOfAProcessThatIsGone() {
    assertThat(ProcessTimes.of(Integer.MAX_VALUE)).isEqualTo(new ProcessTimes(0, 0));
  }

  @Test
  void readsTheShellsChildrenAndNotTheShell() {
    String output =
        """
        {"requests":1}
        0m0.001s 0m0.002s
        1m2.500s 0m0.611s
        """;

    assertThat(ShellTimes.ofChildren(output)).isEqualTo(63_111_000);
  }
}
