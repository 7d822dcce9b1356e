package com.ecom.signup.page;

import static com.ecom.signup.page.ConsoleDesk.REASON;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Forms;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People find customers at the console, look at them, and at what was done. */
final class ConsoleIT {
  private static ConsoleDesk desk;

  @BeforeAll
  static void open() {
    desk = new ConsoleDesk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void leave() {
    desk.leave();
  }

  @Test
  void findsAndOpensSomebodyByKeyboardAlone() {
    String id = desk.register("Keyla", "keyla@example.com");
    desk.register("Keylo", "keylo@example.com");
    Page page = desk.signIn(desk.browser(new NewContextOptions()));
    desk.see(page, "customers");

    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("Keyl");
    assertThat(page.locator("#count")).hasText("2 customers");
    desk.see(page, "found");
    page.keyboard().type("a");
    assertThat(page.locator("#count")).hasText("One customer");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL("**/console/customers/" + id);

    assertThat(page.locator("h1")).containsText("Keyla Patel");
    assertThat(page.locator("dl")).containsText("keyla@example.com");
    assertThat(page.locator("main")).containsText("com.ecom.customer.registered.v1");
    assertThat(page.locator("main")).containsText("customer-shown");
    assertThat(desk.entries("customer-shown", id)).isOne();
    desk.see(page, "customer");
  }

  @Test
  void showsWhatWasWrittenAndAgreedTo() {
    String id = desk.register("Wanda", "wanda@example.com");
    desk.service().operate("/v1/customers/" + id + "/consents", "{\"what\": \"purchase\"}");
    Forms.submit(desk.service(), "/account/ask", Map.of("email_id", "wanda@example.com"));
    Page page = desk.at(desk.home(), "/console/customers/" + id);

    assertThat(page.locator("tr:has-text('marketing-email')"))
        .containsText("implied by a purchase");
    assertThat(page.locator("tr:has-text('Link to the account')")).isVisible();
    assertThat(page.content()).doesNotContain("/account/open#");
  }

  @Test
  void saysThatASearchDidNotSucceed() {
    Page page = desk.home();
    page.route("**/console/customers", route -> route.abort());

    page.locator("#q").fill("anybody");
    assertThat(page.locator("#count")).containsText("Please try again");
    assertThat(desk.complaints()).allMatch(complaint -> complaint.startsWith("htmx:"));
  }

  @Test
  void findsByAddressAndNumberAndTellsWhoIsNotThere() {
    desk.register("Nadia", "nadia.n@example.com");
    Page page = desk.home();

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
      desk.register("Moira", "moira" + i + "@example.com");
    }
    Page page = desk.home();
    page.locator("#q").fill("moira");
    desk.press(page, "More");
    assertThat(page.locator("a[data-found]")).hasCount(25);

    page.context().close();

    Page without = desk.home(new NewContextOptions().setJavaScriptEnabled(false));
    without.locator("#q").fill("moira");
    desk.press(without, "Search");
    assertThat(without.locator("a[data-found]")).hasCount(20);
    desk.press(without, "More");
    assertThat(without.locator("a[data-found]")).hasCount(5);
    assertThat(without.locator("#q")).hasValue("moira");
  }

  @Test
  void showsTheAuditTrailAndThatItIsWhole() throws IOException {
    String id = desk.register("Audra", "audra@example.com");
    Page page = desk.at(desk.home(), "/console/customers/" + id);

    desk.follow(page, "All entries about this customer");
    assertThat(page.locator("tbody tr:has-text('customer-shown')")).hasCount(1);
    assertThat(page.locator("tbody tr").first()).containsText(REASON);
    desk.see(page, "audit");
    Download file = page.waitForDownload(() -> desk.follow(page, "Download"));
    assertThat(Files.readString(file.path())).contains(id).doesNotContain("signed-in");
    desk.press(page, "Look");
    assertThat(page.locator("[role=status]")).containsText("Whole up to entry");

    desk.at(page, "/console/audit?subject=anybody");
    assertThat(page.locator("h1")).hasText("Some value is not valid");
    assertThat(page.locator(".lead")).hasText("subject: must be an id");
  }

  @Test
  void speaksFrenchOnceToldSoAndFitsPhones() {
    String id = desk.register("Fanny", "fanny@example.com");
    Page page = desk.home();
    desk.follow(page, "Français");
    page.setViewportSize(320, 800);

    assertThat(page.locator("h1")).hasText("Clients");
    for (String path : List.of("", "/" + id, "/" + id + "/correct", "/" + id + "/erase")) {
      desk.at(page, "/console/customers" + path);
      assertThat(page.locator("html")).hasAttribute("lang", "fr");
      desk.fits(page, "french" + path.replace(id, "id").replace('/', '-'));
    }
    for (String path : List.of("/console/quarantine", "/console/audit")) {
      desk.at(page, path);
      desk.fits(page, "french" + path.replace('/', '-'));
    }
  }

  @Test
  void saysThatThereIsNoSuchCustomer() {
    Page page = desk.at(desk.home(), "/console/customers/" + UUID.randomUUID());

    assertThat(page.locator("h1")).hasText("There is no such customer");
    desk.see(page, "unknown");
  }

  @Test
  void keepsTheReasonUntilItIsChanged() {
    String id = desk.register("Rhea", "rhea@example.com");
    Page signedIn = desk.signIn(desk.browser(new NewContextOptions()));
    Page page = desk.at(signedIn, "/console/customers/" + id);

    desk.follow(page, "Change");
    assertThat(page.locator("#reason")).hasValue(REASON);
    page.locator("#reason").fill("another case");
    desk.press(page, "Go on");
    page.waitForURL("**/console/customers/" + id);
    assertThat(page.locator(".why strong")).hasText("another case");
    assertThat(
            desk.stage()
                .count(
                    """
                    select count(*)
                    from customer.audit_entry
                    where action = 'customer-shown' and subject_id = ? and reason = 'another case'
                    """,
                    UUID.fromString(id)))
        .isOne();
    desk.press(page, "Sign out");
    page.waitForURL("**/console/logout");
    assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.equals("operator-reason"));
  }

  @Test
  void sendsStrangersToSignInAndRefusesFormsOfOtherSites() {
    assertThat(Forms.submit(desk.service(), "/console/customers", Map.of("q", "a")).headers())
        .matches(headers -> headers.firstValue("location").orElse("").equals("/console/login"));
    var foreign =
        desk.service()
            .request("/console/customers")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site")
            .POST(BodyPublishers.ofString("q=a"))
            .build();
    assertThat(desk.service().send(foreign).statusCode()).isEqualTo(403);
    var part = desk.service().request("/console/customers").header("hx-request", "true").build();
    assertThat(desk.service().send(part).headers().firstValue("hx-redirect"))
        .hasValue("/console/login");
  }
}
