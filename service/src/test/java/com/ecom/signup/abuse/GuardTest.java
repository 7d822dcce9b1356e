package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.abuse.Verdict.Pass;
import com.ecom.signup.abuse.Verdict.Quarantine;
import com.ecom.signup.abuse.Verdict.Reason;
import com.ecom.signup.abuse.Verdict.Refused;
import com.ecom.signup.abuse.Verdict.TooMany;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuardTest {
  private static final Channel API = new Channel.Api();

  private final FakeTicker time = new FakeTicker();
  private final FakeClock clock = new FakeClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Guard guard = guard(Limits.USUAL);

  @Test
  void letsPeoplePass() {
    assertThat(guard.judge(anAttempt(API))).isEqualTo(new Pass());
    assertThat(guard.judge(anAttempt(filledIn(guard)))).isEqualTo(new Pass());
    assertThat(meters.find("signup.abuse.refused").counters())
        .allSatisfy(counter -> assertThat(counter.count()).isZero());
  }

  @Test
  void boundsWhatAClientMaySend() {
    for (int i = 0; i < 30; i++) {
      assertThat(guard.judge(of("client", "a" + i + "@example.com"))).isEqualTo(new Pass());
    }

    assertThat(guard.judge(of("client", "b@example.com")))
        .isEqualTo(new TooMany(Duration.ofSeconds(2)));
    assertThat(guard.judge(of("another", "b@example.com"))).isEqualTo(new Pass());
    time.pass(Duration.ofSeconds(2));
    assertThat(guard.judge(of("client", "b@example.com"))).isEqualTo(new Pass());
    assertThat(refused("client-rate")).isEqualTo(1);
  }

  @Test
  void boundsWhatAnAddressIsSentWhoeverSendsIt() {
    for (int i = 0; i < 5; i++) {
      assertThat(guard.judge(of("client-" + i, "victim@example.com"))).isEqualTo(new Pass());
    }

    assertThat(guard.judge(of("client-5", "victim@example.com")))
        .isEqualTo(new TooMany(Duration.ofMinutes(12)));
    assertThat(guard.judge(of("client-5", "other@example.com"))).isEqualTo(new Pass());
    time.pass(Duration.ofMinutes(12));
    assertThat(guard.judge(of("client-5", "victim@example.com"))).isEqualTo(new Pass());
    assertThat(refused("address-rate")).isEqualTo(1);
  }

  @Test
  void doesNotLockAnAddressForWhatItRefuses() {
    for (int i = 0; i < 20; i++) {
      guard.judge(anAttempt(new Channel.Page("forged", null, null)));
    }

    assertThat(guard.judge(anAttempt(filledIn(guard)))).isEqualTo(new Pass());
  }

  @Test
  void countsAClientForWhatItRefuses() {
    for (int i = 0; i < 30; i++) {
      guard.judge(anAttempt(new Channel.Page("forged", null, null)));
    }

    assertThat(guard.judge(anAttempt(filledIn(guard)))).isInstanceOf(TooMany.class);
  }

  @Test
  void letsCallersOfTheApiRegisterMany() {
    for (int i = 0; i < 600; i++) {
      assertThat(guard.judge(anAttempt(API))).isEqualTo(new Pass());
    }

    assertThat(guard.judge(anAttempt(API))).isInstanceOf(TooMany.class);
  }

  @Test
  void refusesWhoFillsInWhatNobodySees() {
    String ticket = guard.handOut().ticket();
    clock.jump(Duration.ofSeconds(10));

    assertThat(guard.judge(anAttempt(new Channel.Page(ticket, "http://evil.example", null))))
        .isEqualTo(new Refused(Reason.HONEYPOT));
    assertThat(refused("honeypot")).isEqualTo(1);
    assertThat(guard.judge(anAttempt(new Channel.Page(ticket, "", null)))).isEqualTo(new Pass());
  }

  @Test
  void refusesWhoIsFasterThanPeopleAre() {
    String ticket = guard.handOut().ticket();
    Attempt attempt = anAttempt(new Channel.Page(ticket, "", null));

    assertThat(guard.judge(attempt)).isEqualTo(new Refused(Reason.TOO_FAST));
    clock.jump(Duration.ofMillis(1999));
    assertThat(guard.judge(attempt)).isEqualTo(new Refused(Reason.TOO_FAST));
    clock.jump(Duration.ofMillis(1));
    assertThat(guard.judge(attempt)).isEqualTo(new Pass());
    assertThat(refused("too-fast")).isEqualTo(2);
  }

  @Test
  void doesNotHoldClocksThatDifferAgainstPeople() {
    String ticket = guard.handOut().ticket();
    clock.jump(Duration.ofSeconds(-30));

    assertThat(guard.judge(anAttempt(new Channel.Page(ticket, null, null)))).isEqualTo(new Pass());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "forged"})
  void refusesFormsThatWereNotHandedOut(@Nullable String ticket) {
    assertThat(guard.judge(anAttempt(new Channel.Page(ticket, null, null))))
        .isEqualTo(new Refused(Reason.CHALLENGE));
    assertThat(refused("challenge")).isEqualTo(1);
  }

  @Test
  void refusesFormsOfTheDayBefore() {
    Channel page = filledIn(guard);
    clock.jump(Duration.ofDays(1));

    assertThat(guard.judge(anAttempt(page))).isEqualTo(new Refused(Reason.CHALLENGE));
  }

  @Test
  void asksForWorkWhereItIsToldTo() {
    Guard strict = guard(Limits.USUAL.withChallengeBits(10));
    Handout handout = strict.handOut();
    clock.jump(Duration.ofSeconds(10));
    String solution = Solver.solve(handout.ticket(), handout.challengeBits());

    assertThat(handout.challengeBits()).isEqualTo(10);
    assertThat(strict.judge(anAttempt(new Channel.Page(handout.ticket(), null, null))))
        .isEqualTo(new Refused(Reason.CHALLENGE));
    assertThat(strict.judge(anAttempt(new Channel.Page(handout.ticket(), null, "x"))))
        .isEqualTo(new Refused(Reason.CHALLENGE));
    assertThat(strict.judge(anAttempt(new Channel.Page(handout.ticket(), null, solution))))
        .isEqualTo(new Pass());
    assertThat(strict.judge(anAttempt(API))).isEqualTo(new Pass());
  }

  @Test
  void refusesAddressesThatAreThrownAway() {
    Attempt attempt = new Attempt("client", "a@x.yopmail.com", "x.yopmail.com", "Asha", "Rao", API);

    assertThat(guard.judge(attempt)).isEqualTo(new Refused(Reason.DISPOSABLE));
    assertThat(refused("disposable")).isEqualTo(1);
  }

  @Test
  void putsNamesWithLinksAside() {
    assertThat(guard.judge(named("Win at evil.example", "Rao"))).isEqualTo(new Quarantine());
    assertThat(guard.judge(named("Asha", "www.evil"))).isEqualTo(new Quarantine());
    assertThat(guard.judge(named("J.R.", "Dr.Who"))).isEqualTo(new Pass());
    assertThat(meters.get("signup.abuse.quarantined").counter().count()).isEqualTo(2);
  }

  @Test
  void recognisesWhatIsSentAgainWithOneForm() {
    String ticket = guard.handOut().ticket();

    assertThat(guard.ticket(ticket)).isPresent().isEqualTo(guard.ticket(ticket));
    assertThat(guard.ticket(ticket)).isNotEqualTo(guard.ticket(guard.handOut().ticket()));
    assertThat(guard.ticket("forged")).isEmpty();
  }

  @Test
  void showsNothingOfPeople() {
    assertThat(anAttempt(new Channel.Page("ticket", "typed", "1")).toString())
        .isEqualTo("Attempt[***]");
    assertThat(new Channel.Page("ticket", "typed", "1").toString()).isEqualTo("Page[***]");
  }

  private Guard guard(AbuseSettings settings) {
    FormTicket tickets = new FormTicket(() -> new byte[] {1, 2, 3}, clock, new Random(1));
    return new Guard(
        settings,
        tickets,
        new PageCheck(tickets, clock, settings),
        new DisposableDomains(),
        new AbuseCounts(meters),
        time);
  }

  private Channel filledIn(Guard by) {
    String ticket = by.handOut().ticket();
    clock.jump(Duration.ofSeconds(40));
    return new Channel.Page(ticket, "", null);
  }

  private double refused(String reason) {
    return meters.get("signup.abuse.refused").tag("reason", reason).counter().count();
  }

  private static Attempt anAttempt(Channel channel) {
    return new Attempt("client", "asha@example.com", "example.com", "Asha", "Rao", channel);
  }

  private Attempt of(String client, String addressKey) {
    return new Attempt(client, addressKey, "example.com", "Asha", "Rao", filledIn(guard));
  }

  private static Attempt named(String firstName, String lastName) {
    return new Attempt("client", "asha@example.com", "example.com", firstName, lastName, API);
  }
}
