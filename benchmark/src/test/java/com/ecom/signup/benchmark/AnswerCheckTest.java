package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a run fail. */
final class AnswerCheckTest {
  private static final long SIZE = 136;
  private static final Latency NONE = new Latency(0, 0, 0);
  private static final Rows BEFORE = new Rows(100, 90);

  @Test
  void acceptsAnswersOfTheRightSize() {
    assertThatNoException()
        .isThrownBy(() -> AnswerCheck.check("run", answers(1000, 1000 * SIZE), SIZE));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1, SIZE, -SIZE})
  void refusesAnyByteMoreOrLess(long difference) {
    assertThatExceptionOfType(WrongAnswer.class)
        .isThrownBy(() -> AnswerCheck.check("run", answers(1000, 1000 * SIZE + difference), SIZE))
        .withMessageContaining("some body is wrong");
  }

  @Test
  void refusesARunWithoutAnswers() {
    assertThatExceptionOfType(WrongAnswer.class)
        .isThrownBy(() -> AnswerCheck.check("run", answers(0, 0), SIZE));
  }

  @ParameterizedTest
  @CsvSource({"1,0,0,0,0", "0,1,0,0,0", "0,0,1,0,0", "0,0,0,1,0", "0,0,0,0,1"})
  void refusesErrorsOfEveryKind(int connect, int read, int write, int status, int timeout) {
    WrkFigures figures =
        new WrkFigures(
            10, 10 * SIZE, 1, 1, 1, 1, connect, read, write, status, timeout, 0, 0, 0, NONE, NONE,
            NONE);

    assertThatExceptionOfType(WrongAnswer.class)
        .isThrownBy(() -> AnswerCheck.check("run", figures, SIZE));
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 58})
  void acceptsRowsUpToOneMoreForEachConnection(int added) {
    assertThatNoException()
        .isThrownBy(
            () -> AnswerCheck.checkRows("run", BEFORE, rows(100 + added, 90 + added), 50, 8));
  }

  @ParameterizedTest
  @CsvSource({"49,50", "50,49", "59,50", "50,59"})
  void refusesRowsThatWereNotAnsweredForOrAreMissing(int customers, int events) {
    assertThatExceptionOfType(WrongAnswer.class)
        .isThrownBy(
            () -> AnswerCheck.checkRows("run", BEFORE, rows(100 + customers, 90 + events), 50, 8));
  }

  @Test
  void acceptsCallsTurnedAwayWithAWord() {
    assertThatNoException()
        .isThrownBy(() -> AnswerCheck.checkTurnedAway("run", statuses(10, 3, 7, 3, 0)));
  }

  @ParameterizedTest
  @CsvSource({"10,3,7,3,1", "10,4,6,3,0", "10,3,6,3,0"})
  void refusesCallsTurnedAwayWithoutOneAndOtherStatuses(
      int requests, int status, int answered, int busy, int unexplained) {
    assertThatExceptionOfType(WrongAnswer.class)
        .isThrownBy(
            () ->
                AnswerCheck.checkTurnedAway(
                    "run", statuses(requests, status, answered, busy, unexplained)));
  }

  @Test
  void refusesToLoseACustomer() {
    assertThatNoException()
        .isThrownBy(() -> AnswerCheck.checkNoneLost("run", BEFORE, rows(150, 90), 50));
    assertThatExceptionOfType(WrongAnswer.class)
        .isThrownBy(() -> AnswerCheck.checkNoneLost("run", BEFORE, rows(149, 90), 50));
  }

  private static Rows rows(long customers, long events) {
    return new Rows(customers, events);
  }

  private static WrkFigures answers(long requests, long bytes) {
    return new WrkFigures(requests, bytes, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, NONE, NONE, NONE);
  }

  private static WrkFigures statuses(
      long requests, long status, long answered, long busy, long unexplained) {
    return new WrkFigures(
        requests, 0, 1, 1, 1, 1, 0, 0, 0, status, 0, answered, busy, unexplained, NONE, NONE, NONE);
  }
}
