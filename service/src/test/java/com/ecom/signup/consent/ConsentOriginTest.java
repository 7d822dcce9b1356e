package com.ecom.signup.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.signup.consent.Origin.Channel;
import com.ecom.signup.consent.Statement.Act;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where consent comes from, and what that makes of it. */
final class ConsentOriginTest {
  private static final Wording WORDING = Wordings.current(Consents.MARKETING_EMAIL, "fr");

  @ParameterizedTest
  @ValueSource(
      strings = {"", "asha@example.com", "192.0.2.7", "/sign-up?email=a", "Asha Patel", "a\n"})
  void takesNoPersonalDataAndDoesNotRepeatIt(String source) {
    assertThatThrownBy(() -> new Origin(Channel.PAGE, source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the source of a consent is of another form; expected up to 100 letters, digits and / :"
                + " _ -");
  }

  @ParameterizedTest
  @CsvSource({
    "true, PAGE, false, ASKED",
    "true, API, false, ASKED",
    "true, PAGE, true, GRANTED",
    "true, MAIL, false, GRANTED",
    "true, ACCOUNT, false, GRANTED",
    "true, IMPORT, false, GRANTED",
    "false, PAGE, false, GRANTED",
  })
  void asksForConfirmationOfAddressesThatAnybodyCanGive(
      boolean doubleOptIn, Channel channel, boolean confirmed, Act act) {
    OptIn optIn = new OptIn(() -> doubleOptIn);

    assertThat(optIn.of(WORDING, new Origin(channel, "/sign-up"), confirmed).act()).isEqualTo(act);
  }
}
