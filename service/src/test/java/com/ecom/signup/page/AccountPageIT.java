package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Mailbox;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.port.FreePort;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person with a real browser looks at what is known, corrects it, and leaves for good. */
final class AccountPageIT {
  private static final Pattern LINK = Pattern.compile("http\\S+#\\S+");

  @Test
  void leadsFromTheMailToTheDataAndToErasure() {
    try (Stage stage = Stage.open();
        Chromium chromium = new Chromium()) {
      String port = String.valueOf(FreePort.find());
      Map<String, String> variables = new HashMap<>();
      variables.put("PORT", port);
      variables.put("PUBLIC_URL", "http://localhost:" + port);
      variables.put("MAIL_FROM", "no-reply@ecom.example");
      ServiceProcess service = stage.startService(variables);
      service.post("/customer-registration", Registrants.registration("person@example.com"));
      try (BrowserContext phone =
          chromium
              .browser()
              .newContext(new NewContextOptions().setLocale("fr-CA").setViewportSize(360, 800))) {
        phone.setDefaultTimeout(15_000);
        Page page = phone.newPage();
        page.navigate("http://localhost:" + port + "/account");
        see(page, "ask");
        page.locator("#field").fill("person@example.com");
        page.locator("form button").click();
        Matcher link =
            LINK.matcher(String.valueOf(new Mailbox(stage, "person@example.com").await(1).text()));
        assertThat(link.find()).isTrue();
        try (BrowserContext scanner = chromium.browser().newContext()) {
          Page opened = scanner.newPage();
          opened.navigate(link.group());
          opened.waitForTimeout(500);
        }
        page.navigate(link.group());
        see(page, "open");
        page.locator("#open button").click();
        page.waitForURL("**/account?lang=fr");
        see(page, "data");
        page.locator("#city").fill("Gatineau");
        page.locator("form:has(#city) button").click();
        page.locator("[role=status]").waitFor();
        assertThat(page.locator("#city").inputValue()).isEqualTo("Gatineau");
        page.navigate("http://localhost:" + port + "/account/erase?lang=fr");
        see(page, "erase");
        page.locator("button.danger").click();
        page.waitForLoadState();
        see(page, "erased");
        assertThat(stage.count("select count(*) from customer.cust_registration")).isZero();
      }
    }
  }

  private static void see(Page page, String name) {
    Axe.accepts(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "account-" + name + ".png"))
            .setFullPage(true));
  }
}
