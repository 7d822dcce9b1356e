package com.ecom.signup.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+14165550123", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1"})
  void takesTheEdgeOffFormulasAndGivesItBack(String value) {
    String written = Cell.written(value);

    assertThat(written).isEqualTo("'" + value);
    assertThat(Cell.read(written)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Asha", "'t Hooft", "O'Brien", "'", "1=1"})
  void leavesTheRestAlone(String value) {
    assertThat(Cell.written(value)).isEqualTo(value);
    assertThat(Cell.read(value)).isEqualTo(value);
  }
}
