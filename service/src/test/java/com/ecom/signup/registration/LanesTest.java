package com.ecom.signup.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Batches in flight at once. */
final class LanesTest {
  private final Lanes lanes = new Lanes();

  @Test
  void areOneOnASingleProcessorAndElseTwo() {
    assertThat(Lanes.forProcessors(1)).isEqualTo(1);
    assertThat(Lanes.forProcessors(2)).isEqualTo(2);
    assertThat(Lanes.forProcessors(16)).isEqualTo(2);
    assertThat(lanes.convert("auto")).isBetween(1, 2);
  }

  @Test
  void areAsManyAsAreWanted() {
    assertThat(lanes.convert("3")).isEqualTo(3);
  }

  @Test
  void areAtLeastOne() {
    assertThatThrownBy(() -> lanes.convert("0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a whole number from 1, got \"0\"");
  }
}
