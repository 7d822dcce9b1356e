package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table that people read. */
final class ReportTest {

  @Test
  void alignsTheFirstColumnLeftAndTheOthersRight() {
    TextTable table = new TextTable("", "per second");
    table.row("look-up", "7");
    table.row("a", "45,000");

    assertThat(table.text())
        .isEqualTo(
            """
                     per second
            look-up           7
            a            45,000
            """);
  }

  @Test
  void refusesARowThatDoesNotFit() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TextTable("", "a").row("b"));
  }

  @Test
  void showsRunsFiguresHotPartsTargetsAndNotes() {
    String text = new Report(ResultsInWords.result(), Optional.empty()).text();

    assertThat(text)
        .containsPattern("registration +64 +24,000 +1 +2 +26\\.5 +50 +60 +10 +- +0\n")
        .containsPattern("start +2 +s +1 +3\n")
        .containsPattern("EmailAddress +250 +512\n")
        .containsPattern("p99 +<= 25 ms +26\\.5 +MISSED\n")
        .containsPattern("ratio +>= 3 x +3 +ok\n")
        .contains("Something was skipped")
        .doesNotContain("compared with the baseline");
  }

  @Test
  void endsWithWhatBecameOfTheRatios() {
    Findings faster = ResultsInWords.findings();
    Findings slower = new Findings();
    slower.add(ResultsInWords.run(Measuring.REGISTRATION, 18_000));
    slower.add(ResultsInWords.run(PgbenchScript.TWO_STATEMENTS.title(1), 8000));
    Ratios.addTo(slower, 64);

    String text =
        new Report(ResultsInWords.result(slower), Optional.of(ResultsInWords.result(faster)))
            .text();

    assertThat(text)
        .containsPattern(
            "registration / pgbench -j 1: two inserts in a transaction +2.25 +3 +-25 %");
  }

  @Test
  void writesNumbersWithThreeDigitsThatCount() {
    assertThat(Numbers.text(45_087.9)).isEqualTo("45,088");
    assertThat(Numbers.text(99.94)).isEqualTo("99.9");
    assertThat(Numbers.text(1.234)).isEqualTo("1.23");
    assertThat(Numbers.text(7)).isEqualTo("7");
    assertThat(Numbers.orDash(0)).isEqualTo("-");
  }
}
