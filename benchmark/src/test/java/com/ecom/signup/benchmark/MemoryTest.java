package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Memory as Linux tells it. */
final class MemoryTest {

  @Test
  void readsKibibytesAsMegabytes() {
    assertThat(Memory.parse("VmPeak:\t 9000 kB\nVmHWM:\t  250000 kB\nVmRSS:\t  125000 kB\n"))
        .isEqualTo(new Memory(128, 256));
  }

  @Test
  void refusesAStatusWithoutMemory() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Memory.parse("Name:\tkthreadd\n"))
        .withMessageContaining("VmRSS");
  }
}
