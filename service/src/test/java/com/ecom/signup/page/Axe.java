package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Every rule of axe-core, the WCAG 2.2 AA ones among them, against a page as it is. */
final class Axe {
  private static final String VIOLATIONS =
      """
      async () => (await axe.run()).violations
          .map(violation => violation.id + ": " + violation.nodes.map(node => node.html).join(" "))
          .join("\\n")
      """;

  private Axe() {}

  /** Fails if there are violations in light or in dark; the page is light afterwards. */
  static void accepts(Page page) {
    into(page);
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertThat(violations(page)).as("violations in %s", scheme).isEmpty();
    }
  }

  static void into(Page page) {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String violations(Page page) {
    return (String) page.evaluate(VIOLATIONS);
  }
}
