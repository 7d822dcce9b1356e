package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTicketTest {
  private final FakeClock clock = new FakeClock();
  private final FormTicket tickets = signedWith("a secret");

  @Test
  void saysWhenItWasIssued() {
    String text = tickets.issue();
    clock.jump(Duration.ofSeconds(7));

    Ticket ticket = tickets.read(text).orElseThrow();
    assertThat(Duration.between(ticket.issuedAt(), clock.instant())).hasSeconds(7);
  }

  @Test
  void hasAnIdOfItsOwn() {
    Set<Object> ids = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      ids.add(tickets.read(tickets.issue()).orElseThrow().id());
    }
    assertThat(ids).hasSize(1000);
  }

  @Test
  void goesIntoUrlsAndFormsAsItIs() {
    for (int i = 0; i < 100; i++) {
      assertThat(tickets.issue()).matches("[A-Za-z0-9_-]{76}");
    }
  }

  @Test
  void isReadByReplicasWithTheSameSecret() {
    assertThat(signedWith("a secret").read(tickets.issue())).isPresent();
  }

  @Test
  void isRefusedWithAnotherSecret() {
    assertThat(signedWith("another secret").read(tickets.issue())).isEmpty();
  }

  @Test
  void isRefusedWithAnyCharacterChanged() {
    String text = tickets.issue();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(tickets.read(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
    }
  }

  @Test
  void isRefusedWithAnyBitChanged() {
    byte[] octets = Base64.getUrlDecoder().decode(tickets.issue());
    for (int bit = 0; bit < octets.length * Byte.SIZE; bit++) {
      byte[] tampered = octets.clone();
      tampered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(tickets.read(Base64.getUrlEncoder().encodeToString(tampered))).isEmpty();
    }
  }

  @Test
  void isRefusedWithTheSignatureOfAnother() {
    String one = tickets.issue();
    clock.jump(Duration.ofSeconds(1));
    String another = tickets.issue();

    assertThat(tickets.read(one.substring(0, 32) + another.substring(32))).isEmpty();
  }

  @Test
  void isRefusedInAnotherLength() {
    String text = tickets.issue();

    assertThat(tickets.read(text + "=")).isEmpty();
    assertThat(tickets.read(text + "AAAA")).isEmpty();
    assertThat(tickets.read(text.substring(4))).isEmpty();
    assertThat(tickets.read(" " + text.substring(1))).isEmpty();
    assertThat(tickets.read(text.substring(0, 74) + "==")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "====", "+/+/", "é", "\0"})
  void isRefusedWithoutAnySense(String text) {
    assertThat(tickets.read(text)).isEmpty();
    assertThat(tickets.read(text.repeat(76).substring(0, text.isEmpty() ? 0 : 76))).isEmpty();
  }

  @Test
  void isValidForADay() {
    String text = tickets.issue();

    clock.jump(Duration.ofHours(24).minusMillis(1));
    assertThat(tickets.read(text)).isPresent();
    clock.jump(Duration.ofMillis(1));
    assertThat(tickets.read(text)).isEmpty();
  }

  @Test
  void mayComeFromAClockThatIsAMinuteAhead() {
    String text = tickets.issue();

    clock.jump(Duration.ofMinutes(-1));
    assertThat(tickets.read(text)).isPresent();
    clock.jump(Duration.ofMillis(-1));
    assertThat(tickets.read(text)).isEmpty();
  }

  private FormTicket signedWith(String secret) {
    return new FormTicket(
        () -> secret.getBytes(StandardCharsets.UTF_8), clock, new Random(secret.hashCode()));
  }
}
