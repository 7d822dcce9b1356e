package com.ecom.signup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Forms;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People at the console, with a real browser. */
final class ConsoleIT {
  private static final String REASON = "case 4711";

  private static Stage stage;
  private static ServiceProcess service;
  private static Chromium chromium;
  private static String origin;

  /** What a browser keeps of somebody who has signed in and said why. */
  private static String signedIn = "";

  private final List<String> complaints = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private @Nullable BrowserContext context;

  @BeforeAll
  static void openAll() {
    stage = Stage.open();
    service = stage.startService();
    chromium = new Chromium();
    origin = "http://localhost:" + service.port();
  }

  @AfterAll
  static void closeAll() {
    chromium.close();
    stage.close();
  }

  private BrowserContext browser(NewContextOptions options) {
    BrowserContext opened =
        chromium.browser().newContext(options.setLocale("en-CA").setViewportSize(1280, 900));
    opened.setDefaultTimeout(15_000);
    opened.onConsoleMessage(this::note);
    opened.onWebError(error -> complaints.add(error.error()));
    opened.onRequest(request -> addresses.add(request.url()));
    return opened;
  }

  /** Answers of 4xx are noted too, as what failed to load; some of them are what is asked for. */
  private void note(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    if (bad && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  /** No page broke its own policy, and none sent a word about a person in an address. */
  @AfterEach
  void isAsItShouldBe() {
    if (context != null) {
      context.close();
    }
    assertThat(complaints).isEmpty();
    assertThat(addresses)
        .allMatch(url -> url.startsWith(origin + "/"))
        .noneMatch(url -> url.contains("example.com") || url.contains("%40"));
  }

  private static String register(String firstName, String address) {
    assertThat(
            service
                .post("/customer-registration", Registrants.registration(address, firstName))
                .statusCode())
        .isEqualTo(200);
    return stage
        .id("select id from customer.cust_registration where email_key = ?", address)
        .toString();
  }

  private static void pending(String address, String quarantinedAt) {
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
  private Page home(NewContextOptions options) {
    if (signedIn.isEmpty()) {
      try (BrowserContext first = browser(new NewContextOptions())) {
        signIn(first);
        signedIn = first.storageState();
      }
    }
    context = browser(options.setStorageState(signedIn));
    return at(context.newPage(), "/console/customers");
  }

  private Page home() {
    return home(new NewContextOptions());
  }

  /** Signs in and says why, by keyboard alone. */
  private static Page signIn(BrowserContext browser) {
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

  private static Page at(Page page, String path) {
    page.navigate(origin + path);
    return page;
  }

  private static void press(Page page, String name) {
    Pattern beginning = Pattern.compile("^" + name);
    Locator button =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning));
    button.first().click();
  }

  private static void follow(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
        .first()
        .click();
  }

  /** What a page shows is accessible, and fits. */
  private static void see(Page page, String name) {
    Axe.accepts(page);
    fits(page, name);
  }

  private static void fits(Page page, String name) {
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "console-" + name + ".png"))
            .setFullPage(true));
  }

  private static long entries(String action, String subject) {
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

  @Test
  void findsAndOpensSomebodyByKeyboardAlone() {
    String id = register("Keyla", "keyla@example.com");
    register("Keylo", "keylo@example.com");
    context = browser(new NewContextOptions());
    Page page = signIn(context);
    see(page, "customers");

    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("Keyl");
    assertThat(page.locator("#count")).hasText("2 customers");
    see(page, "found");
    page.keyboard().type("a");
    assertThat(page.locator("#count")).hasText("One customer");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL("**/console/customers/" + id);

    assertThat(page.locator("h1")).containsText("Keyla Patel");
    assertThat(page.locator("dl")).containsText("keyla@example.com");
    assertThat(page.locator("main")).containsText("com.ecom.customer.registered.v1");
    assertThat(page.locator("main")).containsText("customer-shown");
    assertThat(entries("customer-shown", id)).isOne();
    see(page, "customer");
  }

  @Test
  void findsByAddressAndNumberAndTellsWhoIsNotThere() {
    register("Nadia", "nadia.n@example.com");
    Page page = home();

    page.locator("#q").fill("nadia.n@exa");
    assertThat(page.locator("[data-found]")).hasCount(1);
    page.locator("#q").fill("nobody-at-all@example.com");
    assertThat(page.locator("#count")).hasText("Nobody was found");
    page.locator("#q").fill("123");
    assertThat(page.locator("#count")).containsText("at least 4 digits");
    page.locator("#q").fill("4165550123");
    assertThat(page.locator("#count")).containsText("customer");
    page.locator("#status").selectOption("inactive");
    assertThat(page.locator("#count")).hasText("Nobody was found");
  }

  @Test
  void showsMoreWithScriptAndWithoutIt() {
    for (int i = 0; i < 25; i++) {
      register("Moira", "moira" + i + "@example.com");
    }
    Page page = home();
    page.locator("#q").fill("moira");
    press(page, "More");
    assertThat(page.locator("a[data-found]")).hasCount(25);

    page.context().close();

    Page without = home(new NewContextOptions().setJavaScriptEnabled(false));
    without.locator("#q").fill("moira");
    press(without, "Search");
    assertThat(without.locator("a[data-found]")).hasCount(20);
    press(without, "More");
    assertThat(without.locator("a[data-found]")).hasCount(5);
    assertThat(without.locator("#q")).hasValue("moira");
  }

  @Test
  void correctsAndTellsOfAChangeInBetween() {
    String id = register("Cora", "cora@example.com");
    Page page = home();
    Page other = page.context().newPage();
    at(page, "/console/customers/" + id + "/correct");
    at(other, "/console/customers/" + id + "/correct");
    see(page, "correct");

    page.locator("#city").fill("Ottawa");
    press(page, "Save");
    assertThat(page.locator("[role=status]"))
        .hasText("The data is corrected, and the change is announced.");
    other.locator("#city").fill("Hamilton");
    press(other, "Save");
    assertThat(other.locator("#city-now")).hasText("Now: Ottawa");
    assertThat(other.locator(".summary")).containsText("Somebody has changed this customer");
    assertThat(other.locator(".summary")).isFocused();
    see(other, "changed");
    other.locator("#phone").fill("12");
    press(other, "Save");
    assertThat(other.locator("#phone-error")).isVisible();
    other.locator("#phone").fill("+14165550123");
    press(other, "Save");
    other.waitForURL("**?done=corrected");

    assertThat(other.locator("dl")).containsText("Hamilton");
    assertThat(entries("customer-corrected", id)).isEqualTo(2);
    assertThat(
            stage.text(
                """
                select array_to_string(details, '=')
                from customer.audit_entry
                where action = 'customer-corrected' and subject_id = ?
                order by sequence
                limit 1
                """,
                UUID.fromString(id)))
        .isEqualTo("fields=city");
  }

  @Test
  void deactivatesAndReactivates() {
    String id = register("Dina", "dina@example.com");
    Page page = at(home(), "/console/customers/" + id);

    follow(page, "Deactivate");
    assertThat(page.locator("main")).containsText("One customer changes");
    see(page, "deactivate");
    page.locator("#code").selectOption("abuse");
    press(page, "Deactivate");
    assertThat(page.locator("h1 .state")).hasText("Inactive");
    assertThat(page.locator("main")).containsText("Reason of the status: Abuse");
    follow(page, "Reactivate");
    page.locator("#code").selectOption("cleared");
    press(page, "Reactivate");
    assertThat(page.locator("h1 .state")).hasText("Active");

    assertThat(entries("customer-deactivated", id)).isOne();
    assertThat(entries("customer-reactivated", id)).isOne();
  }

  @Test
  void mergesTwoAndUndoesIt() {
    String id = register("Mona", "mona.merge@gmail.com");
    String other = register("Mona", "monamerge+shop@gmail.com");
    Page page = at(home(), "/console/customers/" + id);

    page.locator("a[href$='/merge/" + other + "']").click();
    assertThat(page.locator(".differs")).containsText("monamerge+shop@gmail.com");
    see(page, "merge");
    press(page, "Merge, and keep this one Mona Patel mona.merge@gmail.com");
    page.waitForURL("**/" + id + "?done=merged");
    assertThat(entries("customers-merged", id)).isOne();
    at(page, "/console/customers/" + other);
    assertThat(page.locator("h1 .state")).hasText("Superseded");

    follow(page, "Undo the merge");
    assertThat(page.locator(".lead")).containsText("monamerge+shop@gmail.com");
    see(page, "undo");
    press(page, "Undo the merge");
    page.waitForURL("**/" + other + "?done=undone");
    assertThat(page.locator("h1 .state")).hasText("Active");
    assertThat(entries("merge-undone", id)).isOne();

    page.locator("a[href$='/merge/" + id + "']").click();
    press(page, "Keep them apart");
    page.waitForURL("**?done=apart");
    assertThat(page.locator("a[href$='/merge/" + id + "']")).hasCount(0);
  }

  @Test
  void givesTheDataOutAndErasesIt() throws IOException {
    String id = register("Erna", "erna@example.com");
    Page page = at(home(), "/console/customers/" + id);

    for (String kind : List.of("JSON", "CSV")) {
      Download file = page.waitForDownload(() -> follow(page, "Data as " + kind));
      assertThat(Files.readString(file.path())).contains("erna@example.com");
    }
    assertThat(entries("customer-exported", id)).isEqualTo(2);
    follow(page, "Erase");
    assertThat(page.locator("tr:has(th:text-is('Customers')) td")).hasText("1");
    see(page, "erase");
    page.locator("#word").fill("delete");
    press(page, "Erase for good");
    assertThat(page.locator("#word-error")).isVisible();
    assertThat(count("erna@example.com")).isOne();
    page.locator("#word").fill("erase");
    press(page, "Erase for good");
    page.waitForURL("**/console/erasures/*");
    see(page, "receipt");

    assertThat(count("erna@example.com")).isZero();
    assertThat(entries("customer-erased", id)).isOne();
    assertThat(at(page, "/console/customers/" + id).url()).contains("/console/erasures/");
    assertThat(page.content()).doesNotContain("erna@");
  }

  private static long count(String address) {
    return stage.count(
        "select count(*) from customer.cust_registration where email_key = ?", address);
  }

  @Test
  void decidesOnQuarantinedAndWritesAgainToThoseWhoWait() {
    pending("let-in@example.com", "now()");
    pending("thrown-out@example.com", "now()");
    pending("waits@example.com", "null");
    Page page = at(home(), "/console/quarantine");
    see(page, "quarantine");

    decide(page, "let-in@example.com", "Release");
    assertThat(page.locator("[role=status]")).hasText("The registration goes on.");
    decide(page, "thrown-out@example.com", "Discard");
    assertThat(page.locator("[role=status]")).hasText("The registration is discarded.");
    assertThat(page.locator("main")).containsText("Nobody waits.");
    assertThat(count("let-in@example.com")).isOne();
    assertThat(count("thrown-out@example.com")).isZero();

    at(page, "/console/customers").locator("#q").fill("waits@example.com");
    page.locator("summary").click();
    see(page, "pending");
    press(page, "Yes, send it");
    assertThat(page.locator("[role=status]").first()).hasText("The message is on its way.");
    assertThat(
            stage.count(
                "select count(*) from customer.audit_entry where action = 'confirmation-resent'"))
        .isOne();
  }

  private static void decide(Page page, String address, String verb) {
    Locator line = page.locator("li:has-text('" + address + "')");
    Locator way = line.locator("details:has(summary:has-text('" + verb + "'))");
    way.locator("summary").click();
    way.locator("button").click();
  }

  @Test
  void showsTheAuditTrailAndThatItIsWhole() throws IOException {
    String id = register("Audra", "audra@example.com");
    Page page = at(home(), "/console/customers/" + id);

    follow(page, "All entries about this customer");
    assertThat(page.locator("tbody tr:has-text('customer-shown')")).hasCount(1);
    assertThat(page.locator("tbody tr").first()).containsText(REASON);
    see(page, "audit");
    Download file = page.waitForDownload(() -> follow(page, "Download"));
    assertThat(Files.readString(file.path())).contains(id).doesNotContain("signed-in");
    press(page, "Look");
    assertThat(page.locator("[role=status]")).containsText("Whole up to entry");
  }

  @Test
  void speaksFrenchOnceToldSoAndFitsPhones() {
    String id = register("Fanny", "fanny@example.com");
    Page page = home();
    follow(page, "Français");
    page.setViewportSize(320, 800);

    assertThat(page.locator("h1")).hasText("Clients");
    for (String path : List.of("", "/" + id, "/" + id + "/correct", "/" + id + "/erase")) {
      at(page, "/console/customers" + path);
      assertThat(page.locator("html")).hasAttribute("lang", "fr");
      fits(page, "french" + path.replace(id, "id").replace('/', '-'));
    }
    for (String path : List.of("/console/quarantine", "/console/audit")) {
      at(page, path);
      fits(page, "french" + path.replace('/', '-'));
    }
  }

  @Test
  void saysThatThereIsNoSuchCustomer() {
    Page page = at(home(), "/console/customers/" + UUID.randomUUID());

    assertThat(page.locator("h1")).hasText("There is no such customer");
    see(page, "unknown");
  }

  @Test
  void keepsTheReasonUntilItIsChanged() {
    String id = register("Rhea", "rhea@example.com");
    context = browser(new NewContextOptions());
    Page page = at(signIn(context), "/console/customers/" + id);

    follow(page, "Change");
    assertThat(page.locator("#reason")).hasValue(REASON);
    page.locator("#reason").fill("another case");
    press(page, "Go on");
    page.waitForURL("**/console/customers/" + id);
    assertThat(page.locator(".why strong")).hasText("another case");
    assertThat(
            stage.count(
                """
                select count(*)
                from customer.audit_entry
                where action = 'customer-shown' and subject_id = ? and reason = 'another case'
                """,
                UUID.fromString(id)))
        .isOne();
    press(page, "Sign out");
    page.waitForURL("**/console/logout");
    assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.equals("operator-reason"));
  }

  @Test
  void sendsStrangersToSignInAndRefusesFormsOfOtherSites() {
    assertThat(Forms.submit(service, "/console/customers", Map.of("q", "a")).headers())
        .matches(headers -> headers.firstValue("location").orElse("").equals("/console/login"));
    var foreign =
        service
            .request("/console/customers")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site")
            .POST(BodyPublishers.ofString("q=a"))
            .build();
    assertThat(service.send(foreign).statusCode()).isEqualTo(403);
    var part = service.request("/console/customers").header("hx-request", "true").build();
    assertThat(service.send(part).headers().firstValue("hx-redirect")).hasValue("/console/login");
  }
}
