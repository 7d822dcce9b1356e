package com.ecom.signup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@ExtendWith(InBrowser.class)
final class DocumentationPagesTest {

  private static final Pattern DARK = Pattern.compile("rgb\\((\\d|[1-5]\\d), .*");

  @Test
  void triesTheRegistrationOutAsItIsFilledIn(Visit visit) {
    Page page = visit.open("/docs");
    Locator operation =
        page.locator(".opblock")
            .filter(new Locator.FilterOptions().setHasText("Register a customer"));

    operation.locator(".opblock-summary-control").click();
    operation.getByText("Try it out").click();
    operation.getByText("Execute").click();

    assertThat(operation.locator(".live-responses-table .response-col_status").last())
        .hasText("200");
    Assertions.assertThat(visit.server().registrations())
        .singleElement()
        .satisfies(
            sent ->
                Assertions.assertThat(sent.getString("email_id"))
                    .isEqualTo("asha.patel@example.com"));
    visit.staysHere();
    visit.hasNoComplaints();
  }

  @ParameterizedTest
  @EnumSource(value = ColorScheme.class, mode = Mode.MATCH_ANY, names = "LIGHT|DARK")
  void listsOperationsInSwaggerUi(ColorScheme scheme, Visit visit) {
    Page page = visit.open("/docs", scheme, 1280);

    assertThat(page.locator(".opblock-summary-path"))
        .hasText(
            new String[] {
              "/v1/customers",
              "/v1/customers/export",
              "/v1/customers/{id}/export",
              "/v1/customers/{id}",
              "/v1/customers/{id}/consents",
              "/v1/customers/{id}/consents",
              "/v1/customers",
              "/v1/customers/{id}",
              "/v1/customers/search",
              "/v1/customers/{id}/deactivate",
              "/v1/customers/{id}/reactivate",
              "/v1/duplicates",
              "/v1/customers/{id}/duplicates",
              "/v1/customers/{id}/distinct",
              "/v1/customers/{id}/merge",
              "/v1/merges/{id}/undo",
              "/v1/customers/{id}/erase",
              "/v1/erasures/{id}",
              "/v1/pending-registrations/search",
              "/v1/pending-registrations/{id}/resend",
              "/v1/customers/{id}/events",
              "/v1/events",
              "/v1/events/retry-parked",
              "/v1/events/{id}/retry",
              "/v1/events/{id}/discard",
              "/v1/imports",
              "/v1/imports",
              "/v1/imports/{id}",
              "/v1/imports/{id}/cancel",
              "/v1/imports/{id}/refused",
              "/v1/replays",
              "/v1/replays",
              "/v1/replays/{id}",
              "/v1/replays/{id}/cancel",
              "/v1/reconciliations",
              "/v1/reconciliations",
              "/v1/quarantine",
              "/v1/quarantine/{id}/release",
              "/v1/quarantine/{id}/drop",
              "/v1/disposable-domains",
              "/v1/disposable-domains/{domain}",
              "/v1/disposable-domains/{domain}",
              "/v1/audit",
              "/v1/audit/export",
              "/v1/audit/verify",
              "/v1/api-keys",
              "/v1/api-keys",
              "/v1/api-keys/{id}",
              "/customer-registration",
              "/verify-registratration",
              "/verify-registration",
              "/"
            });
    isPainted(page.locator("html"), scheme);
    visit.staysHere();
    visit.hasNoComplaints();
  }

  @ParameterizedTest
  @EnumSource(value = ColorScheme.class, mode = Mode.MATCH_ANY, names = "LIGHT|DARK")
  void describesOperationsInRedoc(ColorScheme scheme, Visit visit) {
    Page page = visit.open("/redoc", scheme, 1280);

    for (String operation :
        new String[] {
          "Create a customer",
          "Send events again",
          "Register a customer",
          "Tell whether an address is registered",
          "Say hello, or show the sign-up page"
        }) {
      assertThat(
              page.getByRole(
                  AriaRole.HEADING,
                  new GetByRoleOptions().setName(Pattern.compile(operation + "$"))))
          .isVisible();
    }
    isPainted(page.locator("body"), scheme);
    visit.staysHere();
    visit.hasNoComplaints();
  }

  private static void isPainted(Locator ground, ColorScheme scheme) {
    if (scheme == ColorScheme.DARK) {
      assertThat(ground).hasCSS("background-color", DARK);
    } else {
      assertThat(ground).not().hasCSS("background-color", DARK);
    }
  }
}
