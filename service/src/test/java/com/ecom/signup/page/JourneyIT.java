package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Mailbox;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Mail;
import com.ecom.signup.local.port.FreePort;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a person from the page to the customer, with a real browser, mail and database. */
final class JourneyIT {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static Stage stage;
  private static ServiceProcess service;
  private static Chromium chromium;
  private static int people;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    String port = String.valueOf(FreePort.find());
    Map<String, String> variables = new HashMap<>();
    variables.put("PORT", port);
    variables.put("PUBLIC_URL", "http://localhost:" + port);
    variables.put("MAIL_FROM", "ecom <no-reply@ecom.example>");
    variables.put("SIGNUP_ACTIVATION", "confirmed-email");
    variables.put("SIGNUP_EXISTENCE", "uniform");
    variables.put("SIGNUP_MAIL_COOL_DOWN", "0s");
    variables.put("SIGNUP_ABUSE_MIN_FILL_TIME", "100ms");
    service = stage.startService(variables);
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
    stage.close();
  }

  /** Somebody's browser. */
  private static BrowserContext device(String language, boolean script, int width) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions()
                    .setLocale(language)
                    .setJavaScriptEnabled(script)
                    .setViewportSize(width, 800));
    context.setDefaultTimeout(15_000);
    return context;
  }

  private static Page visit(BrowserContext device) {
    Page page = device.newPage();
    page.navigate("http://localhost:" + service.port() + "/");
    return page;
  }

  private static String fill(Page page, boolean script) {
    String address = "person" + ++people + "@example.com";
    page.locator("#first_name").fill("Zo\u00eb <b>");
    page.locator("#last_name").fill("O'Brien");
    page.locator("#email_id").fill(address);
    page.locator("#phone").fill("416-555-0123");
    page.locator("#city").fill("Toronto");
    if (script) {
      page.locator("#province").selectOption("ON");
    } else {
      page.locator("#province").fill("Ontario");
    }
    page.locator("#postalcode").fill("m5v2t6");
    page.locator("#consent_marketing").check();
    page.waitForTimeout(200);
    return address;
  }

  private static long customers(String address) {
    return stage.count(
        "select count(*) from customer.cust_registration where email_key = ?", address);
  }

  /** What a screen shows is kept as a picture, and is accessible. */
  private static void keep(Page page, String name) {
    Axe.accepts(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve("journey-" + name + ".png"))
            .setFullPage(true));
  }

  @ParameterizedTest
  @CsvSource({
    "en-CA, 1280, Please confirm your address, Welcome",
    "fr-CA, 1280, Veuillez confirmer votre adresse, Bienvenue",
    "en-CA, 360, Please confirm your address, Welcome",
    "fr-CA, 360, Veuillez confirmer votre adresse, Bienvenue"
  })
  void leadsToCustomerOnTheSameDevice(String language, int width, String waiting, String welcome) {
    try (BrowserContext device = device(language, true, width)) {
      Page page = visit(device);
      String address = fill(page, true);
      page.locator("#send").click();
      page.waitForURL("**/waiting?lang=*");
      assertThat(page.locator("h1").textContent()).isEqualTo(waiting);
      keep(page, "waiting-" + language + "-" + width);
      String number = page.locator(".digits").textContent();
      page.reload();
      assertThat(page.locator(".digits").textContent()).isEqualTo(number);
      assertThat(isTooWide(page)).isFalse();

      Mail mail = new Mailbox(stage, address).await(1);
      Page opened = device.newPage();
      opened.navigate(Mailbox.page(mail) + "#" + Mailbox.secret(mail));
      opened.waitForURL(url -> url.endsWith("/confirm?lang=" + language.substring(0, 2)));
      keep(opened, "confirm-" + language + "-" + width);
      assertThat(opened.locator("dl").textContent()).contains("Zo\u00eb <b>", address);
      assertThat(customers(address)).isZero();
      opened.locator("button[type=submit]").click();
      opened.waitForURL("**/welcome");

      keep(opened, "welcome-" + language + "-" + width);
      assertThat(opened.locator("h1").textContent()).isEqualTo(welcome);
      assertThat(customers(address)).isOne();
      assertThat(
              stage.count(
                  "select count(*) from customer.consent_entry as entry"
                      + " join customer.cust_registration as person on person.id = customer_id"
                      + " where email_key = ? and act = 'granted'",
                  address))
          .isOne();
    }
  }

  private static boolean isTooWide(Page page) {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  @ParameterizedTest
  @CsvSource({"en-CA, 1280", "fr-CA, 360"})
  void leadsToCustomerWithoutScriptByCode(String language, int width) {
    try (BrowserContext device = device(language, false, width)) {
      Page page = visit(device);
      String address = fill(page, false);
      page.locator("#send").click();
      assertThat(page.locator(".digits").isVisible()).isTrue();

      Mail mail = new Mailbox(stage, address).await(1);
      page.locator("#code").fill("00000000");
      page.locator("form:has(#code) button").click();
      assertThat(page.locator("#code-error").isVisible()).isTrue();
      page.locator("#code").fill(Mailbox.code(mail));
      page.locator("form:has(#code) button").click();

      assertThat(page.url()).contains("/welcome");
      assertThat(customers(address)).isOne();
    }
  }

  @Test
  void asksForTheNumberOnAnotherDevice() {
    try (BrowserContext laptop = device("en-CA", true, 1280);
        BrowserContext phone = device("en-CA", true, 360)) {
      Page page = visit(laptop);
      String address = fill(page, true);
      page.locator("#send").click();
      page.waitForURL("**/waiting?lang=*");
      String number = page.locator(".digits").textContent().strip();

      Mail mail = new Mailbox(stage, address).await(1);
      Page opened = phone.newPage();
      opened.navigate(Mailbox.page(mail) + "#" + Mailbox.secret(mail));
      Locator choices = opened.locator("button[name=number]");
      choices.first().waitFor();
      assertThat(choices.count()).isEqualTo(3);
      keep(opened, "pick");
      opened
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(number).setExact(true))
          .click();
      opened.waitForURL("**/welcome");

      assertThat(customers(address)).isOne();
      page.getByText("I have confirmed on another device").click();
      page.waitForURL("**/welcome");
    }
  }

  /** It opens every link of a mail, with script, and follows what is there; it presses nothing. */
  @Test
  void isNotWalkedByScanner() {
    try (BrowserContext laptop = device("en-CA", true, 1280);
        BrowserContext scanner = device("en-CA", true, 1280)) {
      Page page = visit(laptop);
      String address = fill(page, true);
      page.locator("#send").click();
      page.waitForURL("**/waiting?lang=*");
      Mail mail = new Mailbox(stage, address).await(1);

      List<String> links =
          new ArrayList<>(List.of(Mailbox.page(mail) + "#" + Mailbox.secret(mail)));
      for (String link : links) {
        Page opened = scanner.newPage();
        opened.navigate(link);
        opened.waitForTimeout(500);
        for (Object href :
            (List<?>) opened.evaluate("[...document.links].map(link => link.href)")) {
          scanner.newPage().navigate(String.valueOf(href));
        }
      }

      assertThat(customers(address)).isZero();
    }
  }

  @Test
  void answersKnownAddressLikeAnyOtherAndTellsItsOwner() {
    try (BrowserContext device = device("en-CA", true, 1280)) {
      Page page = visit(device);
      String address = fill(page, true);
      page.locator("#send").click();
      page.waitForURL("**/waiting?lang=*");
      Mail mail = new Mailbox(stage, address).await(1);
      page.locator("#code").fill(Mailbox.code(mail));
      page.locator("form:has(#code) button").click();
      page.waitForURL("**/welcome");

      Page again = visit(device);
      fill(again, true);
      again.locator("#email_id").fill(address);
      again.locator("#send").click();
      again.waitForURL("**/waiting?lang=*");

      assertThat(again.locator("h1").textContent()).isEqualTo("Please confirm your address");
      assertThat(new Mailbox(stage, address).await(2).subject())
          .isEqualTo("You are registered already");
    }
  }

  @Test
  void sendsAnotherMailWhoseLinkWorksBesideTheFirst() {
    try (BrowserContext device = device("en-CA", true, 1280)) {
      Page page = visit(device);
      String address = fill(page, true);
      page.locator("#send").click();
      page.waitForURL("**/waiting?lang=*");
      Mail first = new Mailbox(stage, address).await(1);
      page.getByText("Send the message again").click();
      page.getByRole(AriaRole.STATUS).waitFor();
      Mail second = new Mailbox(stage, address).await(2);

      assertThat(Mailbox.secret(second)).isNotEqualTo(Mailbox.secret(first));
      Page opened = device.newPage();
      opened.navigate(Mailbox.page(first) + "#" + Mailbox.secret(first));
      opened.locator("input[name=press] ~ button").click();
      opened.waitForURL("**/welcome");
      assertThat(customers(address)).isOne();
    }
  }

  @Test
  void letsRobotBelieveThatItRegistered() {
    try (BrowserContext device = device("en-CA", true, 1280)) {
      Page page = visit(device);
      String address = fill(page, true);
      page.evaluate("document.getElementById('website').value = 'https://spam.example'");
      page.locator("#send").click();
      page.waitForLoadState();

      assertThat(
              stage.count(
                  "select count(*) from customer.pending_registration where email_key = ?",
                  address))
          .isZero();
    }
  }
}
