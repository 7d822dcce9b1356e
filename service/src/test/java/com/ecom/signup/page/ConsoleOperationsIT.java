package com.ecom.signup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Forms;
import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Fault;
import com.ecom.signup.local.aws.Publication;
import com.ecom.signup.local.aws.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who run the service at the console, with a real browser: events, curves, imports. */
final class ConsoleOperationsIT {
  private static final Duration DELIVERY = Duration.ofSeconds(30);
  private static final String HEADER = "first_name,last_name,email,phone,province,city,postal_code";
  private static final String NOBODY = new UUID(0, 1).toString();

  /** Whether a canvas has a dot of the colour of the first curve. */
  private static final String DRAWN =
      """
      canvas => {
        const curve = getComputedStyle(document.documentElement).getPropertyValue('--curve-1');
        const [red, green, blue] = [1, 3, 5].map(at => parseInt(curve.trim().slice(at, at + 2), 16));
        const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        for (let i = 0; i < dots.length; i += 4) {
          if (dots[i] === red && dots[i + 1] === green && dots[i + 2] === blue) {
            return true;
          }
        }
        return false;
      }
      """;

  private static Stage stage;
  private static ServiceProcess service;
  private static Chromium chromium;
  private static String origin;
  private static String session;

  /** What the session may do. */
  private static String all;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void openAll() {
    stage = Stage.open();
    service = stage.startService(Map.of("SIGNUP_DELIVERY_MAX_REFUSALS", "2"));
    chromium = new Chromium();
    origin = "http://localhost:" + service.port();
    session = Forms.session(service);
    all = stage.text("select scopes::text from customer.operator_session");
  }

  @AfterAll
  static void closeAll() {
    chromium.close();
    stage.close();
  }

  @BeforeEach
  void open() {
    context = browser(new NewContextOptions());
  }

  private BrowserContext browser(NewContextOptions options) {
    BrowserContext opened =
        chromium.browser().newContext(options.setLocale("en-CA").setViewportSize(1280, 900));
    opened.setDefaultTimeout(20_000);
    opened.onConsoleMessage(this::note);
    opened.onWebError(error -> complaints.add(error.error()));
    return opened;
  }

  /** Answers of 4xx are noted too, as what failed to load; some of them are what is asked for. */
  private void note(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    if (bad && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  /** No page broke its own policy. */
  @AfterEach
  void isAsItShouldBe() {
    context.close();
    stage.aws().recover();
    assertThat(complaints).isEmpty();
  }

  private static Page signIn(BrowserContext browser, String path) {
    Page page = browser.newPage();
    page.navigate(origin + "/console/login");
    page.locator("#password").fill(Stage.OPERATOR_TOKEN);
    page.locator("main button").click();
    page.waitForURL(origin + "/console/customers**");
    page.navigate(origin + path);
    return page;
  }

  private static void see(Page page, String name) {
    Axe.accepts(page);
    page.setViewportSize(360, 800);
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    page.setViewportSize(1280, 900);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "operations-" + name + ".png"))
            .setFullPage(true));
  }

  private static void register(String address) {
    assertThat(
            service.post("/customer-registration", Registrants.registration(address)).statusCode())
        .isEqualTo(200);
  }

  private static void awaitDelivery() {
    Poll.until(
        "all events are delivered",
        DELIVERY,
        () ->
            stage.count("select count(*) from customer.event where waiting_since is not null")
                == 0);
  }

  @Test
  void drawsCurvesOfWhatHappens() {
    Page page = signIn(context, "/console/dashboard");

    assertThat(page.locator(".plot canvas")).hasCount(6);
    registerUntilItIsSeen(page);
    Poll.until(
        "the curve is drawn",
        DELIVERY,
        () -> Boolean.TRUE.equals(page.locator(".plot canvas").first().evaluate(DRAWN)));
    Poll.until(
        "the last minute is known",
        DELIVERY,
        () -> !page.locator("[data-value=slowest]").innerText().equals("–"));
    assertThat(page.locator("#state")).isEmpty();
    see(page, "dashboard");
    page.locator("#pause").click();
    assertThat(page.locator("#pause")).hasAttribute("aria-pressed", "true");
  }

  /** The page shows the minute that is not over, in which nobody may have registered yet. */
  private static void registerUntilItIsSeen(Page page) {
    Iterator<String> addresses =
        Stream.iterate(0, i -> i + 1).map(i -> "curve." + i + "@example.com").iterator();
    Poll.until(
        "who registers is seen",
        DELIVERY,
        () -> {
          page.waitForResponse("**/console/dashboard/data", () -> register(addresses.next()));
          return !page.locator("[data-value=registered]").innerText().equals("0");
        });
  }

  @Test
  void countsWhoRegistersInEachMinuteAndWhoIsBroughtInWithoutAnEventNot() {
    long before = registered();
    register("minute.1@example.com");
    register("minute.2@example.com");
    stage.execute(
        """
        insert into customer.cust_registration (id, announced, registered_at)
        values (uuidv7(), false, now())
        """);

    Poll.until("both are counted", DELIVERY, () -> registered() >= before + 2);
    assertThat(registered()).isEqualTo(before + 2);
  }

  /** In the last half hour, as the page is told. */
  private static long registered() {
    HttpResponse<String> curves = get("/console/dashboard/data", session);
    long sum = 0;
    for (JsonNode number : AnswerJson.of(curves).at("/minutes/registered")) {
      sum += number.asLong();
    }
    return sum;
  }

  @Test
  void showsParkedEventAndSendsItAgain() {
    stage
        .aws()
        .fail(
            Service.SNS,
            new Fault.FailedMessages(
                message -> message.contains("parked@"), "InvalidParameter", true));
    register("parked@example.com");
    Poll.until("it is parked", DELIVERY, () -> parked() == 1);
    UUID customer =
        stage.id("select customer_id from customer.event where parked_at is not null limit 1");
    Page page = signIn(context, "/console/events");

    assertThat(page.locator("tbody")).containsText("InvalidParameter");
    assertThat(page.locator("tbody")).containsText(customer.toString());
    assertThat(page.locator("#backlog .alarming")).containsText("1");
    see(page, "events");
    page.locator("a:text('Send all again')").click();
    assertThat(page.locator("h1")).hasText("Send one parked event again?");
    see(page, "retry-all");
    page.goBack();
    page.locator("a:text('Decide')").click();
    see(page, "event");
    stage.aws().recover();
    page.locator("#reason").fill("the topic is mended");
    page.locator("form[action$=retry] button").click();
    assertThat(page.locator(".success")).hasText("One event is in the queue again.");
    awaitDelivery();

    assertThat(parked()).isZero();
    assertThat(
            stage.count(
                """
                select count(*)
                from customer.audit_entry
                where action = 'event-retried' and subject_id = ? and reason = 'the topic is mended'
                """,
                customer))
        .isEqualTo(1);
  }

  private static long parked() {
    return stage.count("select count(*) from customer.event where parked_at is not null");
  }

  @Test
  void saysHowManyEventsItWouldSendAgainAndThenSendsThem() {
    for (int i = 0; i < 3; i++) {
      register("again." + i + "@example.com");
    }
    awaitDelivery();
    long before = stage.count("select count(*) from customer.replay");
    Page page = signIn(context, "/console/events/replays/new");

    page.locator("button:text('Count')").click();
    assertThat(page.locator("#from-error")).isVisible();
    page.locator("#type").fill("com.ecom.customer.registered.v1");
    page.locator("#rate").fill("2");
    page.locator("button:text('Count')").click();
    long events = stage.count("select count(*) from customer.event where delivered_at is not null");
    assertThat(page.locator(".result")).containsText(events + " events would be sent again");
    see(page, "replay-counted");
    page.locator("button:text('Start')").click();
    assertThat(page.locator("#reason-error")).isVisible();
    assertThat(stage.count("select count(*) from customer.replay")).isEqualTo(before);
    long published = published();
    page.locator("#reason").fill("case 4711");
    page.locator("button:text('Start')").click();
    assertThat(page.locator("#progress")).containsText("Running");
    see(page, "replay");
    seeWithoutScript(page.url());
    assertThat(page.locator("#progress"))
        .containsText("Finished", new ContainsTextOptions().setTimeout(30_000));
    assertThat(page.locator("#progress[hx-get]")).hasCount(0);
    awaitDelivery();

    assertThat(published() - published).isEqualTo(events);
  }

  @Test
  void stopsWhatIsSentAgain() {
    for (int i = 0; i < 8; i++) {
      register("stopped." + i + "@example.com");
    }
    awaitDelivery();
    HttpResponse<String> ordered =
        service.operate(
            "/v1/replays", "{\"from\": \"2026-01-01T00:00:00Z\", \"events_per_second\": 1}");
    String id = AnswerJson.of(ordered).get("id").asText();
    Page page = signIn(context, "/console/events/replays/" + id);
    page.locator("#cancel").click();

    assertThat(page.locator("#progress")).containsText("Cancelled");
    assertThat(page.locator("#progress[hx-get]")).hasCount(0);
    assertThat(
            stage.count(
                "select count(*) from customer.audit_entry where action = 'replay-cancelled'"))
        .isEqualTo(1);
  }

  /** A page that is asked for anew shows how far it is. */
  private void seeWithoutScript(String url) {
    try (BrowserContext plain = browser(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = signIn(plain, url.substring(origin.length()));
      assertThat(page.locator("#progress progress")).isVisible();
    }
  }

  private static long published() {
    return stage.aws().publications().stream()
        .map(Publication::message)
        .filter(message -> message.contains("@example.com"))
        .count();
  }

  @Test
  void takesFileInAndGivesItsRefusedRowsBack(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("customers.csv"),
            HEADER
                + "\r\nAsha,Patel,brought@example.com,4165550123,ON,Toronto,M5V 2T6"
                + "\r\nAsha,Patel,no address,4165550123,ON,Toronto,M5V 2T6\r\n");
    Page page = signIn(context, "/console/imports");

    page.locator("#file").setInputFiles(file);
    page.locator("#upload button").click();
    assertThat(page.locator("#result h2")).hasText("Dry run: nothing was written");
    assertThat(page.locator("#result tbody")).containsText("line 3");
    assertThat(stage.count("select count(*) from customer.import")).isZero();
    see(page, "import-rehearsed");
    page.locator("#mode-take").check();
    page.locator("#upload button").click();
    assertThat(page.locator("#result h2")).hasText("The file is taken in");
    assertThat(page.locator("#imports-list tbody tr")).hasCount(1);
    see(page, "import-list");
    page.locator("#result .button").click();
    assertThat(page.locator("#progress")).containsText("Finished");
    see(page, "import");
    Download refused = page.waitForDownload(() -> page.locator("#progress .button").click());

    assertThat(refused.suggestedFilename()).isEqualTo("refused.csv");
    assertThat(Files.readString(refused.path())).contains("no address", "import_errors");
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where email_key = ?",
                "brought@example.com"))
        .isEqualTo(1);
    assertThat(
            stage.count(
                """
                select count(distinct action)
                from customer.audit_entry
                where action in ('import-begun', 'import-ended', 'refused-rows-shown')
                """))
        .isEqualTo(3);
  }

  @Test
  void refusesFileOfNoUseAndTakesOneWithoutScript(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("other.csv"), "first_name,what\r\n1,2\r\n");
    Page page = signIn(context, "/console/imports");
    page.locator("#file").setInputFiles(file);
    page.locator("#upload button").click();

    assertThat(page.locator("#result h2")).hasText("The file is refused");
    assertThat(page.locator("#result tbody")).containsText("what");
    see(page, "import-refused");
    try (BrowserContext plain = browser(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page other = signIn(plain, "/console/imports");
      other
          .locator("#file")
          .setInputFiles(
              Files.writeString(
                  folder.resolve("more.ndjson"),
                  """
                  {"first_name":"Asha","last_name":"Patel","email":"plain@example.com",\
                  "phone":"4165550123","province":"ON","city":"Toronto","postal_code":"M5V 2T6"}
                  """));
      other.locator("#mode-take").check();
      other.locator("#upload button").click();
      assertThat(other.locator("#progress")).containsText("Finished");
    }
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where email_key = ?",
                "plain@example.com"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /console/dashboard, events:read",
    "GET, /console/dashboard/data, events:read",
    "GET, /console/events, events:read",
    "GET, /console/events/parked, events:write",
    "POST, /console/events/parked, events:write",
    "POST, /console/events/parked/{id}:1/retry, events:write",
    "POST, /console/events/parked/{id}:1/discard, events:write",
    "GET, /console/events/parked/{id}:1, events:read",
    "GET, /console/events/replays/new, events:write",
    "POST, /console/events/replays, events:write",
    "GET, /console/events/replays/{id}, events:read",
    "POST, /console/events/replays/{id}/cancel, events:write",
    "GET, /console/imports, customers:import",
    "POST, /console/imports, customers:import",
    "GET, /console/imports/{id}, customers:import",
    "GET, /console/imports/{id}/refused, customers:import",
    "POST, /console/imports/{id}/cancel, customers:import",
  })
  void isForThoseWhoMay(String method, String path, String scope) {
    String place = path.replace("{id}", NOBODY);
    HttpResponse<String> stranger = send(method, place, "");

    HttpResponse<String> known = send(method, place, session);
    assertThat(known.statusCode()).isNotIn(403, 500, 503);
    assertThat(known.headers().firstValue("location")).isNotEqualTo(Optional.of("/console/login"));
    assertThat(with(all.replace(scope, "audit:read"), () -> send(method, place, session)))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
    assertThat(stranger.statusCode()).isEqualTo(303);
    assertThat(stranger.headers().firstValue("location")).contains("/console/login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/events/parked",
        "/console/events/parked/{id}:1/retry",
        "/console/events/parked/{id}:1/discard",
        "/console/events/replays",
        "/console/events/replays/{id}/cancel",
        "/console/imports",
        "/console/imports/{id}/cancel"
      })
  void takesNoFormsOfOtherSites(String path) {
    HttpRequest.Builder request =
        post(path.replace("{id}", NOBODY))
            .header("cookie", session)
            .header("sec-fetch-site", "cross-site");

    assertThat(service.send(request.build()).body()).contains("not sent by a page of this service");
  }

  @Test
  void offersNothingToThoseWhoMayOnlyLook() {
    String page = with("{events:read}", () -> get("/console/events", session)).body();

    assertThat(page).contains("Parked").doesNotContain("/replays/new", "/console/imports");
    assertThat(get("/console/events", session).body()).contains("/replays/new", "/console/imports");
  }

  /** Half an hour after the last that was done, a session is over, whatever page is left open. */
  @Test
  void keepsNoSessionOpenByWhatPagesAskForThemselves() {
    stage.execute("update customer.operator_session set used_at = now() - interval '10 minutes'");
    String before = lastUse();
    HttpRequest.Builder curves =
        service.request("/console/dashboard/data").header("accept", "application/json");
    HttpRequest.Builder backlog = service.request("/console/events").header("hx-request", "true");

    assertThat(service.send(curves.header("cookie", session).build()).statusCode()).isEqualTo(200);
    assertThat(service.send(backlog.header("cookie", session).build()).body())
        .contains("backlog")
        .doesNotContain("<html");
    assertThat(lastUse()).isEqualTo(before);
    assertThat(get("/console/events", session).statusCode()).isEqualTo(200);
    assertThat(lastUse()).isNotEqualTo(before);
  }

  private static String lastUse() {
    return stage.text("select max(used_at)::text from customer.operator_session");
  }

  private static HttpResponse<String> send(String method, String path, String cookie) {
    HttpRequest.Builder request = method.equals("GET") ? service.request(path) : post(path);
    return service.send(
        cookie.isEmpty() ? request.build() : request.header("cookie", cookie).build());
  }

  private static HttpRequest.Builder post(String path) {
    return service
        .request(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.noBody());
  }

  private static HttpResponse<String> get(String path, String cookie) {
    return send("GET", path, cookie);
  }

  /** Asks in a session that may do other things. */
  private static <T> T with(String scopes, Supplier<T> asking) {
    limit(scopes);
    try {
      return asking.get();
    } finally {
      limit(all);
    }
  }

  private static void limit(String scopes) {
    stage.execute("update customer.operator_session set scopes = '%s'".formatted(scopes));
  }
}
