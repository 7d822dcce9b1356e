package com.ecom.signup.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {

  private static final Field NAME = Field.FIRST_NAME;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien",
        "<b>x</b>",
        "Zoë",
        "山田 😀",
        "van der Berg-Ó Súilleabháin",
        "d'Artagnan; DROP TABLE x --",
        "علی\u200Cرضا",
        "👩\u200D👩\u200D👧",
        "שָׁלוֹם\u200F!",
        "x",
        "𠮷",
      })
  void keepsNamesAsTyped(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    assertThat(Text.required(name, NAME)).isEqualTo(new Parsed.Valid<>(composed));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\r\n", "\u0085", "\u00A0", "\u1680", "\u2003", "\u3000"})
  void trimsEveryWhiteSpaceOfUnicode(String space) {
    assertThat(Text.required(space + "a" + space + "b" + space, Field.CITY))
        .isEqualTo(
            space.charAt(0) == '\t' || space.charAt(0) == '\r' || space.charAt(0) == '\u0085'
                ? new Parsed.Broken<>(Rule.CONTROL_CHARACTER)
                : new Parsed.Valid<>("a" + space + "b"));
    assertThat(Text.required(space + "a" + space, NAME)).isEqualTo(new Parsed.Valid<>("a"));
    assertThat(Text.required(space, NAME)).isEqualTo(new Parsed.Broken<>(Rule.BLANK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "\u200B", "\u200D\uFEFF", "\u3164", "\u2800", "\uFE0F", "\u00AD \u2060"})
  void takesWhatNobodySeesForBlank(String invisible) {
    assertThat(Text.required(invisible, NAME)).isEqualTo(new Parsed.Broken<>(Rule.BLANK));
  }

  @Test
  void tellsAbsentFromBlankWhereItMatters() {
    assertThat(Text.required(null, NAME)).isEqualTo(new Parsed.Broken<>(Rule.MISSING));
    assertThat(Text.optional(null, NAME)).isEqualTo(new Parsed.Valid<>(""));
    assertThat(Text.optional(" \u00A0", NAME)).isEqualTo(new Parsed.Valid<>(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "a\0b",
        "\uD800",
        "a\uD800",
        "\uDC00a",
        "\uDE00\uD83D",
        "a\uFFFF",
        "\uFFFEa",
        "\uFDD0",
        "\uD83F\uDFFF"
      })
  void refusesWhatIsNoText(String text) {
    assertThat(Text.required(text, NAME)).isEqualTo(new Parsed.Broken<>(Rule.NOT_TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb", "a\rb", "a\tb", "\u001B[31mred", "a\u007Fb", "a\u0085b", "a\u009Bb", "a\u2028b",
        "a\u2029b", "\u202Aa", "\u202Ba", "\u202Ca", "\u202Da", "\u202Ea", "\u2066a", "\u2067a",
        "\u2068a", "a\u2069"
      })
  void refusesWhatReachesBeyondTheLine(String text) {
    assertThat(Text.required(text, NAME)).isEqualTo(new Parsed.Broken<>(Rule.CONTROL_CHARACTER));
  }

  @Test
  void countsCodePointsAfterComposing() {
    assertThat(Text.required("x".repeat(100), NAME)).isInstanceOf(Parsed.Valid.class);
    assertThat(Text.required("x".repeat(101), NAME)).isEqualTo(tooLong());
    assertThat(Text.required("😀".repeat(100), NAME)).isInstanceOf(Parsed.Valid.class);
    assertThat(Text.required("😀".repeat(101), NAME)).isEqualTo(tooLong());
    assertThat(Text.required("e\u0301".repeat(100), NAME))
        .isEqualTo(new Parsed.Valid<>("é".repeat(100)));
    assertThat(Text.required("e\u0301".repeat(101), NAME)).isEqualTo(tooLong());
    assertThat(Text.required(" ".repeat(5000) + "x" + " ".repeat(5000), NAME))
        .isEqualTo(new Parsed.Valid<>("x"));
  }

  @Test
  void letsTheLongestDecompositionPass() {
    var fourForOne = "\u03B1\u0313\u0300\u0345".repeat(100);
    assertThat(Text.required(fourForOne, NAME)).isEqualTo(new Parsed.Valid<>("ᾂ".repeat(100)));
  }

  @Test
  void countsCharactersThatComposingLengthens() {
    assertThat(Text.required("\u0958".repeat(51), NAME)).isEqualTo(tooLong());
    assertThat(Text.required("\u0958".repeat(50), NAME)).isInstanceOf(Parsed.Valid.class);
  }

  @Test
  void isStableAndComposedWhateverIsTyped() {
    for (String typed : GeneratedText.of(50_000)) {
      if (Text.required(typed, NAME) instanceof Parsed.Valid<String>(var text)) {
        assertThat(Text.required(text, NAME)).isEqualTo(new Parsed.Valid<>(text));
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        assertThat(text.codePointCount(0, text.length())).isBetween(1, 100);
      }
    }
  }

  private static Parsed<String> tooLong() {
    return new Parsed.Broken<>(Rule.TOO_LONG);
  }
}
