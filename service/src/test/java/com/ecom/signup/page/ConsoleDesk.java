package com.ecom.signup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.port.FreePort;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A service, and somebody with a browser at its console. */
final class ConsoleDesk implements AutoCloseable {
  static final String REASON = "case 4711";

  private final Stage stage = Stage.open();
  private final Chromium chromium = new Chromium();
  private final String origin;
  private final ServiceProcess service;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  /** What a browser keeps of somebody who has signed in and said why. */
  private String signedIn = "";

  ConsoleDesk() {
    String port = String.valueOf(FreePort.find());
    origin = "http://localhost:" + port;
    service =
        stage.startService(
            Map.of("PORT", port, "PUBLIC_URL", origin, "MAIL_FROM", "no-reply@ecom.example"));
  }

  Stage stage() {
    return stage;
  }

  ServiceProcess service() {
    return service;
  }

  BrowserContext browser(NewContextOptions options) {
    BrowserContext opened =
        chromium.browser().newContext(options.setLocale("en-CA").setViewportSize(1280, 900));
    opened.setDefaultTimeout(15_000);
    opened.onConsoleMessage(this::note);
    opened.onWebError(error -> complaints.add(error.error()));
    opened.onRequest(request -> addresses.add(request.url()));
    contexts.add(opened);
    return opened;
  }

  /** Answers of 4xx are noted too, as what failed to load; some of them are what is asked for. */
  private void note(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    if (bad && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  /** What browsers complained of since the last look. */
  List<String> complaints() {
    List<String> heard = List.copyOf(complaints);
    complaints.clear();
    return heard;
  }

  /**
   * Closes all browsers. No page broke its own policy, and none sent a word about a person in an
   * address.
   */
  void leave() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    assertThat(complaints()).isEmpty();
    assertThat(addresses)
        .allMatch(url -> url.startsWith(origin + "/"))
        .noneMatch(url -> url.contains("example.com") || url.contains("%40"));
  }

  String register(String firstName, String address) {
    assertThat(
            service
                .post("/customer-registration", Registrants.registration(address, firstName))
                .statusCode())
        .isEqualTo(200);
    return stage
        .id("select id from customer.cust_registration where email_key = ?", address)
        .toString();
  }

  void pending(String address, String quarantinedAt) {
    stage.execute(
        """
        insert into customer.pending_registration (
          id, email_key, first_name, last_name, email_id, phone, province, city, postacode,
          country, language, channel, quarantined_at, expires_at)
        values (
          gen_random_uuid(), '%1$s', 'Quinn', 'Waiting', '%1$s', '+14165550123', 'ON', 'Toronto',
          'M5V 2T6', 'CA', 'en', 'API', %2$s, now() + interval '1 day')
        """
            .formatted(address, quarantinedAt));
  }

  /** A page of somebody who has signed in and said why; only the first has to do it. */
  Page home(NewContextOptions options) {
    if (signedIn.isEmpty()) {
      BrowserContext first = browser(new NewContextOptions());
      signIn(first);
      signedIn = first.storageState();
    }
    return at(browser(options.setStorageState(signedIn)).newPage(), "/console/customers");
  }

  Page home() {
    return home(new NewContextOptions());
  }

  /** Signs in and says why, by keyboard alone. */
  Page signIn(BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(origin + "/console");
    page.locator("#password").focus();
    page.keyboard().type(Stage.OPERATOR_TOKEN);
    page.keyboard().press("Enter");
    page.waitForURL("**/console/customers");
    assertThat(page.locator("#reason")).isFocused();
    page.keyboard().type("person@example.com");
    page.keyboard().press("Enter");
    assertThat(page.locator("#reason-error")).isVisible();
    see(page, "reason");
    page.locator("#reason").fill(REASON);
    page.locator("#reason").focus();
    page.keyboard().press("Enter");
    page.locator("#q").waitFor();
    return page;
  }

  Page at(Page page, String path) {
    page.navigate(origin + path);
    return page;
  }

  void press(Page page, String name) {
    Pattern beginning = Pattern.compile("^" + name);
    Locator button =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning));
    button.first().click();
  }

  void follow(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
        .first()
        .click();
  }

  /** What a page shows is accessible, and fits. */
  void see(Page page, String name) {
    Axe.accepts(page);
    fits(page, name);
  }

  void fits(Page page, String name) {
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "console-" + name + ".png"))
            .setFullPage(true));
  }

  long entries(String action, String subject) {
    return stage.count(
        """
        select count(*)
        from customer.audit_entry
        where action = ? and subject_id = ? and reason = ?
        """,
        action,
        UUID.fromString(subject),
        REASON);
  }

  /** How many customers have an address. */
  long count(String address) {
    return stage.count(
        "select count(*) from customer.cust_registration where email_key = ?", address);
  }

  @Override
  public void close() {
    chromium.close();
    stage.close();
  }
}
