package com.ecom.signup.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TextsTest {
  private final Texts english = Texts.in(Language.ENGLISH);
  private final Texts french = Texts.in(Language.FRENCH);

  @Test
  void areThereInBothLanguages() {
    assertThat(french.keys()).containsExactlyInAnyOrderElementsOf(english.keys());
  }

  @Test
  void haveTheSamePlacesInBothLanguages() {
    for (String key : english.keys()) {
      assertThat(places(french, key)).as(key).isEqualTo(places(english, key));
    }
  }

  private static int places(Texts texts, String key) {
    return new MessageFormat(texts.raw(key), texts.language().locale())
        .getFormatsByArgumentIndex()
        .length;
  }

  /** One would open a quotation that hides the places after it; two are one that is shown. */
  @ParameterizedTest
  @EnumSource
  void haveNoSingleStraightApostrophe(Language language) {
    Texts texts = Texts.in(language);

    assertThat(texts.keys())
        .allSatisfy(
            key -> assertThat(texts.raw(key).replace("''", "")).as(key).doesNotContain("'"));
  }
}
