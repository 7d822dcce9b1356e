package com.ecom.signup.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.signup.consent.Consents.Outcome;
import com.ecom.signup.consent.Origin.Channel;
import com.ecom.signup.consent.Standing.State;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of what follows from what was said. */
final class ConsentHistoryTest {
  private static final Instant DAY_ONE = Instant.parse("2026-01-31T12:00:00Z");
  private static final Origin PAGE = new Origin(Channel.PAGE, "/sign-up");
  private static final Wording WORDING = Wordings.current(Consents.MARKETING_EMAIL, "en");
  private static final Statement GRANTED = Statement.granted(WORDING, PAGE);
  private static final Statement ASKED = Statement.asked(WORDING, PAGE);
  private static final Statement CONFIRMED = Statement.confirmed(WORDING, PAGE);
  private static final Statement WITHDRAWN = Statement.withdrawn(Consents.MARKETING_EMAIL, PAGE);
  private static final Statement BOUGHT = implied(Basis.IMPLIED_PURCHASE);
  private static final Statement INQUIRED = implied(Basis.IMPLIED_INQUIRY);

  private static Statement implied(Basis basis) {
    return Statement.implied(basis, Consents.MARKETING_EMAIL, PAGE, DAY_ONE.plusSeconds(86400));
  }

  /** One statement on each day. */
  private static History history(Statement... statements) {
    List<Entry> entries = new ArrayList<>();
    for (Statement statement : statements) {
      Instant at = day(entries.size());
      Basis basis = statement.basis();
      Instant end =
          basis == null || basis.months().isEmpty()
              ? null
              : at.atOffset(ZoneOffset.UTC).plusMonths(basis.months().getAsInt()).toInstant();
      entries.add(new Entry(entries.size() + 1, statement, at, end));
    }
    return new History(Consents.MARKETING_EMAIL, entries);
  }

  private static Instant day(int number) {
    return DAY_ONE.plus(Period.ofDays(number));
  }

  private static Standing now(Statement... statements) {
    return history(statements).at(day(statements.length));
  }

  @Test
  void countsTheLatestStatement() {
    assertThat(now().state()).isEqualTo(State.NONE);
    assertThat(now(GRANTED).state()).isEqualTo(State.GRANTED);
    assertThat(now(GRANTED, WITHDRAWN).state()).isEqualTo(State.WITHDRAWN);
    assertThat(now(GRANTED, WITHDRAWN, GRANTED).state()).isEqualTo(State.GRANTED);
    assertThat(now(ASKED).state()).isEqualTo(State.ASKED);
    assertThat(now(ASKED, CONFIRMED).state()).isEqualTo(State.GRANTED);
    assertThat(now(ASKED, CONFIRMED).since()).isEqualTo(day(1));
    assertThat(now(GRANTED))
        .isEqualTo(
            new Standing(
                Consents.MARKETING_EMAIL, State.GRANTED, Basis.EXPRESS, day(0), null, 1, "en"));
  }

  @Test
  void letsAdvertiseOnlyWhereItIsGranted() {
    assertThat(now(GRANTED).mayAdvertise()).isTrue();
    assertThat(now(BOUGHT).mayAdvertise()).isTrue();
    assertThat(now().mayAdvertise()).isFalse();
    assertThat(now(ASKED).mayAdvertise()).isFalse();
    assertThat(now(WITHDRAWN).mayAdvertise()).isFalse();
    assertThat(history(BOUGHT).at(day(1000)).mayAdvertise()).isFalse();
  }

  @Test
  void expressNeverExpires() {
    assertThat(history(GRANTED).at(Instant.parse("2126-01-01T00:00:00Z")).state())
        .isEqualTo(State.GRANTED);
  }

  @Test
  void inquiryExpiresAfterSixMonthsAndPurchaseAfterTwoYears() {
    Instant half = Instant.parse("2026-07-31T12:00:00Z");
    Instant two = Instant.parse("2028-01-31T12:00:00Z");
    assertThat(history(INQUIRED).at(half.minusNanos(1)).state()).isEqualTo(State.GRANTED);
    assertThat(history(INQUIRED).at(half).state()).isEqualTo(State.EXPIRED);
    assertThat(history(BOUGHT).at(two.minusNanos(1)).state()).isEqualTo(State.GRANTED);
    assertThat(history(BOUGHT).at(two).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void inquiryDoesNotShortenWhatFollowsFromPurchase() {
    assertThat(history(BOUGHT).outcome(INQUIRED)).isEqualTo(Outcome.RECORDED);
    assertThat(now(BOUGHT, INQUIRED).basis()).isEqualTo(Basis.IMPLIED_PURCHASE);
    assertThat(now(INQUIRED, BOUGHT).basis()).isEqualTo(Basis.IMPLIED_PURCHASE);
  }

  @Test
  void purchaseRevivesNothingThatWasWithdrawn() {
    assertThat(history(BOUGHT, WITHDRAWN).outcome(BOUGHT)).isEqualTo(Outcome.WITHDRAWN_BEFORE);
    assertThat(history(WITHDRAWN).outcome(INQUIRED)).isEqualTo(Outcome.WITHDRAWN_BEFORE);
    assertThat(now(WITHDRAWN, BOUGHT).state()).isEqualTo(State.WITHDRAWN);
    assertThat(history(WITHDRAWN).outcome(GRANTED)).isEqualTo(Outcome.RECORDED);
  }

  @Test
  void consentThatIsOlderThanWithdrawalDoesNotUndoIt() {
    Statement before = Statement.granted(WORDING, PAGE, day(1).minusSeconds(1));
    Statement after = Statement.granted(WORDING, PAGE, day(1).plusSeconds(1));
    assertThat(history(GRANTED, WITHDRAWN).outcome(before)).isEqualTo(Outcome.WITHDRAWN_BEFORE);
    assertThat(history(GRANTED, WITHDRAWN).outcome(after)).isEqualTo(Outcome.RECORDED);
  }

  @Test
  void nothingLessTakesThePlaceOfExpressConsent() {
    assertThat(history(GRANTED).outcome(BOUGHT)).isEqualTo(Outcome.EXPRESS_STANDS);
    assertThat(history(ASKED, CONFIRMED).outcome(ASKED)).isEqualTo(Outcome.EXPRESS_STANDS);
    assertThat(now(GRANTED, BOUGHT).basis()).isEqualTo(Basis.EXPRESS);
    assertThat(now(GRANTED, ASKED).state()).isEqualTo(State.GRANTED);
    assertThat(history(GRANTED).outcome(GRANTED)).isEqualTo(Outcome.RECORDED);
    assertThat(history(BOUGHT).outcome(GRANTED)).isEqualTo(Outcome.RECORDED);
  }

  @Test
  void onlyWhatIsAskedAndNeitherAnsweredNorWithdrawnIsOutstanding() {
    assertThat(history(ASKED).outstanding()).hasValue(WORDING);
    assertThat(history(ASKED, BOUGHT).outstanding()).hasValue(WORDING);
    assertThat(history().outstanding()).isEmpty();
    assertThat(history(BOUGHT).outstanding()).isEmpty();
    assertThat(history(ASKED, WITHDRAWN).outstanding()).isEmpty();
    assertThat(history(ASKED, GRANTED).outstanding()).isEmpty();
    assertThat(history(ASKED, CONFIRMED).outstanding()).isEmpty();
  }

  @Test
  void nothingIsImpliedByExpressConsent() {
    assertThatThrownBy(() -> implied(Basis.EXPRESS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("express");
  }
}
