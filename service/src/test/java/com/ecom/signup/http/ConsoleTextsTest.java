package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.care.Reason;
import com.ecom.signup.consent.Basis;
import com.ecom.signup.consent.Statement;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.event.Status;
import com.ecom.signup.merge.Signal;
import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A word that the console has no text for is shown as programs write it, which nobody should see.
 */
final class ConsoleTextsTest {
  private static Stream<String> keys() {
    return Stream.of(
            keys("", ConsolePlace.values()),
            keys("status_", Standing.values()),
            keys("state_", Status.values()),
            keys("state_", Statement.Act.values()),
            keys("basis_", Basis.values()),
            keys("code_", Reason.values()),
            keys("signal_", Signal.values()),
            keys("", CareActs.Direction.values()))
        .flatMap(List::stream);
  }

  private static List<String> keys(String beginning, Enum<?>... words) {
    return Stream.of(words)
        .map(word -> "console_" + beginning + word.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void areThereForEveryWord(String key) {
    for (Language language : Language.values()) {
      assertThat(Texts.in(language).has(key)).as(key).isTrue();
    }
  }

  /** As the owners of personal data name it in receipts. */
  private static Stream<String> kinds() {
    return Stream.of(
        "customers",
        "events",
        "mails",
        "merges",
        "accesses",
        "pending_registrations",
        "refused_rows");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void areThereForEveryKindInReceipts(String kind) {
    assertThat(Texts.in(Language.ENGLISH).has("console_rows_" + kind)).isTrue();
  }
}
