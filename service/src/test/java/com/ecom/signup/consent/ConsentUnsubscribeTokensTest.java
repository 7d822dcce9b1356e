package com.ecom.signup.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.signup.consent.UnsubscribeTokens.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that unsubscribe, and what is made to look like one. */
final class ConsentUnsubscribeTokensTest {
  private static final UUID CUSTOMER = UUID.fromString("01a20aa5-0fba-7547-9ebe-d15afe0ef8b5");
  private static final UnsubscribeTokens TOKENS = tokens("k".repeat(32));

  private static UnsubscribeTokens tokens(String key) {
    return new UnsubscribeTokens(() -> key.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void readsWhatItMade() {
    String token = TOKENS.of(CUSTOMER, Consents.MARKETING_EMAIL);

    assertThat(TOKENS.read(token)).hasValue(new Target(CUSTOMER, Consents.MARKETING_EMAIL));
    assertThat(token).matches("[A-Za-z0-9_-]+");
    assertThat(TOKENS.of(CUSTOMER, Consents.MARKETING_EMAIL)).isEqualTo(token);
  }

  /** The bits of the last character that say nothing are looked at, too. */
  @Test
  void refusesTokenWithAnyCharacterChanged() {
    for (String purpose : new String[] {"a", "ab", "abc"}) {
      String token = TOKENS.of(CUSTOMER, purpose);
      for (int i = 0; i < token.length(); i++) {
        for (char other : new char[] {'A', 'B', 'Q', 'g', '_', '='}) {
          String tampered = token.substring(0, i) + other + token.substring(i + 1);
          if (!tampered.equals(token)) {
            assertThat(TOKENS.read(tampered)).as(tampered).isEmpty();
          }
        }
      }
      assertThat(TOKENS.read(token + "A")).isEmpty();
      assertThat(TOKENS.read(token + "=")).isEmpty();
      assertThat(TOKENS.read(token.substring(1))).isEmpty();
    }
  }

  @Test
  void refusesTokenOfAnotherCustomerPurposeOrKey() {
    byte[] ours = Base64.getUrlDecoder().decode(TOKENS.of(CUSTOMER, "news"));
    byte[] other = Base64.getUrlDecoder().decode(TOKENS.of(new UUID(1, 2), "news"));
    System.arraycopy(other, 0, ours, 0, 16);

    assertThat(TOKENS.read(Base64.getUrlEncoder().withoutPadding().encodeToString(ours))).isEmpty();
    assertThat(TOKENS.of(CUSTOMER, "news")).isNotEqualTo(TOKENS.of(CUSTOMER, "offers"));
    assertThat(TOKENS.read(tokens("l".repeat(32)).of(CUSTOMER, "news"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "====", "né", "AAAA", "not a token"})
  void refusesWhatIsNoToken(String text) {
    assertThat(TOKENS.read(text)).isEmpty();
    assertThat(TOKENS.read("A".repeat(100_000))).isEmpty();
  }

  @Test
  void refusesKeyThatIsTooShort() {
    assertThatThrownBy(() -> tokens("short").of(CUSTOMER, "news"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the key of unsubscribe tokens has 5 bytes; expected at least 32");
  }
}
