package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProofOfWorkTest {
  /** As {@code printf challenge:N | sha256sum} says. */
  @ParameterizedTest
  @CsvSource({"4, 0", "0, 1", "53, 7", "20, 8", "2949, 9", "7805, 15", "319487, 16", "162754, 17"})
  void countsZeroBitsOfTheHash(String counter, int bits) {
    assertThat(ProofOfWork.solves("challenge", counter, bits)).isTrue();
    assertThat(ProofOfWork.solves("challenge", counter, bits + 1)).isFalse();
  }

  @Test
  void isDoneBySearching() {
    String solution = Solver.solve("a ticket", 12);

    assertThat(ProofOfWork.solves("a ticket", solution, 12)).isTrue();
  }

  @Test
  void isNotDoneForAnotherChallenge() {
    String solution = Solver.solve("a ticket", 16);

    assertThat(ProofOfWork.solves("another ticket", solution, 16)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        "1.0",
        " 1",
        "1\n",
        "0x1",
        "1e3",
        "١",
        "a",
        "000000000000000000001"
      })
  void takesCountersOnly(String solution) {
    assertThat(ProofOfWork.solves("challenge", solution, 0)).isFalse();
  }

  @Test
  void takesTwentyDigits() {
    assertThat(ProofOfWork.solves("challenge", "9".repeat(20), 0)).isTrue();
  }
}
