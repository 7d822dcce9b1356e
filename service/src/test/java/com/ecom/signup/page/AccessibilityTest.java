package com.ecom.signup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sign-up page in each of its states, against all rules of axe-core. */
@ExtendWith(InBrowser.class)
final class AccessibilityTest {

  @ParameterizedTest
  @CsvSource({"LIGHT, 320", "LIGHT, 1280", "DARK, 320", "DARK, 1280"})
  void signUpPageHasNoViolations(ColorScheme scheme, int width, Visit visit) throws IOException {
    Page page = visit.open("/", scheme, width);
    Axe.into(page);
    SignUpForm form = new SignUpForm(page);
    assertThat(Axe.violations(page)).isEmpty();
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                Path.of("target", "screenshots", "signup-%s-%d.png".formatted(scheme, width))));

    form.send();
    assertThat(form.problems()).isVisible();
    assertThat(Axe.violations(page)).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                Path.of("target", "screenshots", "errors-%s-%d.png".formatted(scheme, width))));
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, /problems",
    "DARK, /problems",
    "LIGHT, /problems/validation-failed",
    "DARK, /problems/validation-failed"
  })
  void problemPagesHaveNoViolations(ColorScheme scheme, String path, Visit visit)
      throws IOException {
    Page page = visit.open(path, scheme, 320);
    Axe.into(page);

    assertThat(Axe.violations(page)).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }
}
