package com.ecom.signup.http;

import static com.ecom.signup.http.RetryTimes.FEWEST;
import static com.ecom.signup.http.RetryTimes.LONGEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With a clock that stands until it is turned, which began before zero. */
final class RetryTimesTest {
  private long now = -TimeUnit.SECONDS.toNanos(20);
  private final RetryTimes times = new RetryTimes(now);

  @Test
  void fillsOneSecondAfterTheOther() {
    assertThat(told(FEWEST)).containsOnly(1);
    assertThat(told(FEWEST)).containsOnly(2);
    assertThat(told(1)).containsOnly(3);
  }

  @Test
  void tellsTheLongestWhereAllIsTaken() {
    told(FEWEST * (LONGEST - 1));

    assertThat(told(2 * FEWEST)).containsOnly(LONGEST);
  }

  @Test
  void hasAQuarterAsManyPlacesAsWereAnswered() {
    answer(8 * FEWEST);
    pass(1);

    assertThat(told(2 * FEWEST)).containsOnly(1);
    assertThat(told(1)).containsOnly(2);
  }

  @Test
  void countsWhatWasAnsweredBySeconds() {
    answer(16 * FEWEST);
    pass(2);

    assertThat(told(2 * FEWEST)).containsOnly(1);
    assertThat(told(1)).containsOnly(2);
  }

  @Test
  void keepsFewPlacesWhereNothingWasAnswered() {
    answer(8 * FEWEST);
    pass(1);
    told(1);
    pass(1);

    assertThat(told(FEWEST)).containsOnly(1);
    assertThat(told(1)).containsOnly(2);
  }

  @Test
  void remembersPlacesThatAreStillToCome() {
    told(3 * FEWEST);
    pass(1);

    assertThat(told(1)).containsOnly(3);
  }

  @Test
  void freesAPlaceOnceItsSecondHasPassed() {
    told(FEWEST * LONGEST);
    pass(LONGEST - 2);
    assertThat(told(FEWEST)).containsOnly(2);

    pass(3);
    assertThat(told(FEWEST)).containsOnly(1);
  }

  @Test
  void hasForgottenAllAfterAWhile() {
    told(FEWEST * LONGEST);
    pass(1000);

    assertThat(told(FEWEST)).containsOnly(1);
    assertThat(told(FEWEST)).containsOnly(2);
  }

  private void answer(int calls) {
    IntStream.range(0, calls).forEach(call -> times.answered());
  }

  private void pass(int seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  private int[] told(int callers) {
    return IntStream.range(0, callers).map(caller -> times.next(now)).toArray();
  }
}
