package com.ecom.signup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.token.Secret;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KeyTextTest {
  private final Secret secret = Secret.random(new Random(1));

  @Test
  void isReadAsItIsWritten() {
    String text = KeyText.of(secret);

    assertThat(text).matches("ecomreg_[A-Za-z0-9_-]{43}[0-9a-f]{8}");
    assertThat(KeyText.read(text)).hasValue(secret);
  }

  @Test
  void refusesWhatWasNeverMade() {
    String text = KeyText.of(secret);
    char other = text.charAt(20) == 'a' ? 'b' : 'a';

    assertThat(KeyText.read(text.substring(0, 20) + other + text.substring(21))).isEmpty();
    assertThat(KeyText.read(text.substring(1))).isEmpty();
    assertThat(KeyText.read(text + "0")).isEmpty();
    assertThat(KeyText.read("")).isEmpty();
  }
}
