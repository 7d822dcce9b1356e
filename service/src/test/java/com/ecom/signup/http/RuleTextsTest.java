package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Rule;
import com.ecom.signup.customer.Violation;
import com.ecom.signup.template.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RuleTextsTest {
  @ParameterizedTest
  @EnumSource
  void sayEveryRuleInBothLanguages(Rule rule) {
    for (Field field : Field.values()) {
      Violation violation = rule.brokenBy(field);

      assertThat(RuleTexts.message(violation, Language.FRENCH))
          .isNotBlank()
          .doesNotContain("{")
          .isNotEqualTo(RuleTexts.message(violation, Language.ENGLISH));
      assertThat(RuleTexts.message(violation, Language.ENGLISH)).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void sayWhatIsOfOneFieldInItsOwnWords() {
    assertThat(RuleTexts.message(Rule.BLANK.brokenBy(Field.CITY), Language.ENGLISH))
        .isEqualTo("Enter your city");
    assertThat(RuleTexts.message(Rule.TOO_LONG.brokenBy(Field.EMAIL_ID), Language.FRENCH))
        .isEqualTo("«\u00a0Adresse courriel\u00a0» peut compter au plus 254 caractères");
  }

  @Test
  void tellProgramsWhatTheyWereAlwaysTold() {
    Violation violation = Rule.MISSING.brokenBy(Field.CITY);

    assertThat(RuleTexts.detail(violation, Language.ENGLISH)).isEqualTo("field required");
    assertThat(RuleTexts.detail(violation, Language.FRENCH)).isEqualTo("Entrez votre ville");
  }
}
