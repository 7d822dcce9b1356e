package com.ecom.signup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People act on customers at the console, with a real browser. */
final class ConsoleActsIT {
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
  void correctsAndTellsOfAChangeInBetween() {
    String id = desk.register("Cora", "cora@example.com");
    Page page = desk.home();
    Page other = page.context().newPage();
    desk.at(page, "/console/customers/" + id + "/correct");
    desk.at(other, "/console/customers/" + id + "/correct");
    desk.see(page, "correct");

    page.locator("#city").fill("Ottawa");
    desk.press(page, "Save");
    assertThat(page.locator("[role=status]"))
        .hasText("The data is corrected, and the change is announced.");
    other.locator("#city").fill("Hamilton");
    desk.press(other, "Save");
    assertThat(other.locator("#city-now")).hasText("Now: Ottawa");
    assertThat(other.locator(".summary")).containsText("Somebody has changed this customer");
    assertThat(other.locator(".summary")).isFocused();
    desk.see(other, "changed");
    other.locator("#phone").fill("12");
    desk.press(other, "Save");
    assertThat(other.locator("#phone-error")).isVisible();
    other.locator("#phone").fill("+14165550123");
    desk.press(other, "Save");
    other.waitForURL("**?done=corrected");

    assertThat(other.locator("dl")).containsText("Hamilton");
    assertThat(desk.entries("customer-corrected", id)).isEqualTo(2);
    assertThat(
            desk.stage()
                .text(
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
    String id = desk.register("Dina", "dina@example.com");
    Page page = desk.at(desk.home(), "/console/customers/" + id);

    desk.follow(page, "Deactivate");
    assertThat(page.locator("main")).containsText("One customer changes");
    desk.see(page, "deactivate");
    page.locator("#code").selectOption("abuse");
    desk.press(page, "Deactivate");
    assertThat(page.locator("h1 .state")).hasText("Inactive");
    assertThat(page.locator("main")).containsText("Reason of the status: Abuse");
    desk.follow(page, "Reactivate");
    page.locator("#code").selectOption("cleared");
    desk.press(page, "Reactivate");
    assertThat(page.locator("h1 .state")).hasText("Active");

    assertThat(desk.entries("customer-deactivated", id)).isOne();
    assertThat(desk.entries("customer-reactivated", id)).isOne();
  }

  @Test
  void mergesTwoAndUndoesIt() {
    String id = desk.register("Mona", "mona.merge@gmail.com");
    String other = desk.register("Mona", "monamerge+shop@gmail.com");
    Page page = desk.at(desk.home(), "/console/customers/" + id);

    page.locator("a[href$='/merge/" + other + "']").click();
    assertThat(page.locator(".differs").first()).containsText("monamerge+shop@gmail.com");
    desk.see(page, "merge");
    desk.press(page, "Merge, and keep this one Mona Patel mona.merge@gmail.com");
    page.waitForURL("**/" + id + "?done=merged");
    assertThat(desk.entries("customers-merged", id)).isOne();
    desk.at(page, "/console/customers/" + other);
    assertThat(page.locator("h1 .state")).hasText("Superseded");

    desk.follow(page, "Undo the merge");
    assertThat(page.locator(".lead")).containsText("monamerge+shop@gmail.com");
    desk.see(page, "undo");
    desk.press(page, "Undo the merge");
    page.waitForURL("**/" + other + "?done=undone");
    assertThat(page.locator("h1 .state")).hasText("Active");
    assertThat(desk.entries("merge-undone", id)).isOne();

    page.locator("a[href$='/merge/" + id + "']").click();
    desk.press(page, "Keep them apart");
    page.waitForURL("**?done=apart");
    assertThat(page.locator("a[href$='/merge/" + id + "']")).hasCount(0);
  }

  @Test
  void givesTheDataOutAndErasesIt() throws IOException {
    String id = desk.register("Erna", "erna@example.com");
    Page page = desk.at(desk.home(), "/console/customers/" + id);

    for (String kind : List.of("JSON", "CSV")) {
      Download file = page.waitForDownload(() -> desk.follow(page, "Data as " + kind));
      assertThat(Files.readString(file.path())).contains("erna@example.com");
    }
    assertThat(desk.entries("customer-exported", id)).isEqualTo(2);
    desk.follow(page, "Erase");
    assertThat(page.locator("tr:has(th:text-is('Customers')) td")).hasText("1");
    desk.see(page, "erase");
    page.locator("#word").fill("delete");
    desk.press(page, "Erase for good");
    assertThat(page.locator("#word-error")).isVisible();
    assertThat(desk.count("erna@example.com")).isOne();
    page.locator("#word").fill("erase");
    desk.press(page, "Erase for good");
    page.waitForURL("**/console/erasures/*");
    desk.see(page, "receipt");

    assertThat(desk.count("erna@example.com")).isZero();
    assertThat(desk.entries("customer-erased", id)).isOne();
    assertThat(desk.at(page, "/console/customers/" + id).url()).contains("/console/erasures/");
    assertThat(page.content()).doesNotContain("erna@");
  }

  @Test
  void decidesOnQuarantinedAndWritesAgainToThoseWhoWait() {
    desk.pending("let-in@example.com", "now()");
    desk.pending("thrown-out@example.com", "now()");
    desk.pending("waits@example.com", "null");
    Page page = desk.at(desk.home(), "/console/quarantine");
    desk.see(page, "quarantine");

    decide(page, "let-in@example.com", "Release");
    assertThat(page.locator("[role=status]")).hasText("The registration goes on.");
    decide(page, "thrown-out@example.com", "Discard");
    assertThat(page.locator("[role=status]")).hasText("The registration is discarded.");
    assertThat(page.locator("main")).containsText("Nobody waits.");
    assertThat(desk.count("let-in@example.com")).isOne();
    assertThat(desk.count("thrown-out@example.com")).isZero();

    desk.at(page, "/console/customers").locator("#q").fill("waits@example.com");
    page.locator("summary").click();
    desk.see(page, "pending");
    desk.press(page, "Yes, send it");
    assertThat(page.locator("[role=status]").first()).hasText("The message is on its way.");
    assertThat(
            desk.stage()
                .count(
                    "select count(*) from customer.audit_entry where action ="
                        + " 'confirmation-resent'"))
        .isOne();
  }

  private static void decide(Page page, String address, String verb) {
    Locator line = page.locator("li:has-text('" + address + "')");
    Locator way = line.locator("details:has(summary:has-text('" + verb + "'))");
    way.locator("summary").click();
    way.locator("button").click();
  }
}
