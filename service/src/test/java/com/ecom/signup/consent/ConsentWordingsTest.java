package com.ecom.signup.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are asked, and that it never changes under its version. */
final class ConsentWordingsTest {
  /** A line may be added here, and none may be changed. */
  @ParameterizedTest
  @CsvSource({
    "1, en, 20c43cc6",
    "1, fr, ad974a90",
  })
  void keepsEachTextThatWasShown(int version, String language, String hash) {
    Wording wording = Wordings.current(Consents.MARKETING_EMAIL, language);

    assertThat(wording.version()).isEqualTo(version);
    assertThat(wording.hash()).startsWith(hash).hasSize(64);
    assertThat(Wordings.shown(wording.hash())).hasValue(wording);
  }

  @Test
  void saysWhoAsksForWhatAndThatItCanBeTakenBack() {
    assertThat(Wordings.current(Consents.MARKETING_EMAIL, "en").text())
        .isEqualTo("Yes, email me offers and news from ecom. I can unsubscribe at any time.");
    assertThat(Wordings.current(Consents.MARKETING_EMAIL, "fr").text())
        .contains("par courriel", "d’ecom", "désabonner en tout temps");
  }

  @Test
  void refusesLanguageWithoutWording() {
    assertThatThrownBy(() -> Wordings.current(Consents.MARKETING_EMAIL, "de"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("marketing-email in en, marketing-email in fr");
    assertThat(Wordings.shown("unknown")).isEmpty();
  }
}
