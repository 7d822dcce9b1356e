package com.ecom.signup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.problem.Problem;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InBrowser.class)
final class SignUpPageTest {
  @Test
  void sendsWhatIsTyped(Visit visit) {
    SignUpForm form = formOf(visit).fill().send();

    assertThat(form.answer()).isVisible();
    assertThat(onlyForm(visit))
        .containsEntry("first_name", "Zoë")
        .containsEntry("last_name", "O'Brien <b>")
        .containsEntry("email_id", "zoë@exämple.com")
        .containsEntry("province", "ON")
        .containsEntry("country", "")
        .containsEntry("ticket", "a-ticket")
        .containsEntry("lang", "en")
        .containsEntry("website", "")
        .doesNotContainKey("consent_marketing");
    visit.staysHere();
    visit.hasNoComplaints();
  }

  @Test
  void worksWithoutScript(Visit visit) {
    refuseFirst(visit);
    SignUpForm form = new SignUpForm(visit.openWithoutScript("/")).type();
    form.field("Province or territory").fill("Ontario");
    form.page().getByRole(AriaRole.CHECKBOX).check();
    form.send();

    assertThat(form.problems()).isFocused();
    assertThat(form.page()).hasTitle("Error: Register – ecom");
    hasError(form.field("City"), "No such city");
    assertThat(form.isFilled()).isTrue();
    assertThat(form.page().getByRole(AriaRole.CHECKBOX)).isChecked();

    form.send();
    assertThat(form.answer()).isVisible();
    assertThat(form(visit.server().forms().getLast()))
        .containsEntry("province", "Ontario")
        .containsEntry("consent_marketing", "yes");
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatIsWrong(Visit visit) {
    refuseFirst(visit);
    SignUpForm form = formOf(visit).fill().send();

    assertThat(form.problems()).isFocused();
    hasError(form.field("City"), "No such city");
    assertThat(form.isFilled()).isTrue();
    assertThat(form.field("Province or territory")).hasValue("ON");
    form.problems().getByRole(AriaRole.LINK).click();
    assertThat(form.field("City")).isFocused();
  }

  @Test
  void asksForWhatIsMissingWithoutSending(Visit visit) {
    SignUpForm form = formOf(visit).fill();
    form.field("City").fill("  ");
    form.field("Province or territory").selectOption("");
    form.send();

    assertThat(form.problems()).isFocused();
    assertThat(form.problems().getByRole(AriaRole.LINK))
        .hasText(new String[] {"Enter your city", "Choose your province or territory"});
    assertThat(form.page()).hasTitle(Pattern.compile("^Error: "));
    assertThat(visit.server().forms()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Postal code, m5v2t6, M5V 2T6",
    "Postal code, M5V-2TG, M5V-2TG",
    "Postal code, mSv 2t6, mSv 2t6",
    "Postal code, mov it6, M0V 1T6",
    "Postal code, k1aob1, K1A 0B1",
    "Postal code, kIaOb1, K1A 0B1",
    "Phone number, 4165550123, 416-555-0123",
    "Phone number, (416) 555.0123, 416-555-0123",
    "Phone number, 1 416 555 0123, 416-555-0123",
    "Phone number, +44 20 7946 0018, +44 20 7946 0018",
    "Phone number, 416-555-0123 x12, 416-555-0123 x12"
  })
  void writesAsUsualWhatHasOneReading(String label, String typed, String expected, Visit visit) {
    SignUpForm form = formOf(visit);
    form.field(label).fill(typed);
    form.field(label).blur();

    assertThat(form.field(label)).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gmial.com, gmail.com",
    "gmail.co, gmail.com",
    "hotmial.com, hotmail.com",
    "yaho.ca, yahoo.ca",
    "outlok.com, outlook.com",
    "sympatco.ca, sympatico.ca",
    "example.com,",
    "mail.com,",
    "gmail.com,",
    "$&.ca,"
  })
  void suggestsTheAddressThatIsMeant(String typed, @Nullable String meant, Visit visit) {
    SignUpForm form = formOf(visit);
    Locator address = form.field("Email address");
    Locator offer = form.page().locator(".suggestion");
    address.fill("zoe$&@" + typed);
    address.blur();

    if (meant == null) {
      assertThat(offer).isHidden();
    } else {
      assertThat(offer).hasText("Did you mean zoe$&@" + meant + "?");
      offer.click();
      assertThat(address).hasValue("zoe$&@" + meant);
      assertThat(address).isFocused();
      assertThat(offer).isHidden();
    }
  }

  @Test
  void takesAnyRegionOfOtherCountries(Visit visit) {
    SignUpForm form = formOf(visit).fill();
    form.page().getByLabel("Country (optional)").fill("France");
    form.page().getByLabel("Country (optional)").blur();
    form.field("State, province or region").fill("Bretagne");
    form.field("Postal code").fill("35000");
    form.send();

    assertThat(form.answer()).isVisible();
    assertThat(onlyForm(visit))
        .containsEntry("province", "Bretagne")
        .containsEntry("postalcode", "35000");
  }

  @Test
  void provesItsWork(Visit visit) throws Exception {
    visit.server().shows(view -> SignUpView.empty(view.frame(), "t-1", 10, "News"));
    SignUpForm form = formOf(visit).fill().send();

    assertThat(form.answer()).isVisible();
    String solution = onlyForm(visit).get("solution");
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(("t-1:" + solution).getBytes(StandardCharsets.UTF_8));
    assertThat(hash[0]).isZero();
    assertThat(hash[1] & 0xc0).isZero();
  }

  @Test
  void sendsADoubleClickOnceAndComesBackReady(Visit visit) {
    visit.server().takes(300);
    SignUpForm form = formOf(visit).fill();
    form.button().dblclick();

    assertThat(form.answer()).isVisible();
    assertThat(visit.server().forms()).hasSize(1);
    form.page().goBack();
    assertThat(form.button()).not().hasAttribute("aria-disabled", "true");
  }

  @Test
  void needsNoMouse(Visit visit) {
    SignUpForm form = formOf(visit);
    Keyboard keyboard = form.page().keyboard();
    keyboard.press("Tab");
    keyboard.press("Tab");
    for (String typed :
        List.of(
            "Zoë",
            "Tremblay",
            "zoe@example.com",
            "416-555-0123",
            "Toronto",
            "Ontario",
            "M5V 2T6",
            "Canada",
            " ")) {
      keyboard.press("Tab");
      keyboard.type(typed);
    }
    keyboard.press("Tab");
    assertThat(form.button()).isFocused();
    keyboard.press("Enter");

    assertThat(form.answer()).isVisible();
    assertThat(onlyForm(visit))
        .containsEntry("province", "ON")
        .containsEntry("consent_marketing", "yes");
  }

  @Test
  void switchesToFrench(Visit visit) {
    Page page = visit.open("/");
    page.getByText("Français").click();

    assertThat(page).hasTitle("Inscription – ecom");
    assertThat(page.locator("html")).hasAttribute("lang", "fr");
    page.locator("#send").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Entrez votre prénom");
    assertThat(page).hasTitle("Erreur\u00a0: Inscription – ecom");
    visit.hasNoComplaints();
  }

  private static SignUpForm formOf(Visit visit) {
    return new SignUpForm(visit.open("/"));
  }

  /** The first form that is sent is refused for its city. */
  private static void refuseFirst(Visit visit) {
    visit
        .server()
        .receives(
            (form, frame) ->
                visit.server().forms().size() > 1
                    ? new ProblemView(frame, List.of(Problem.NOT_FOUND))
                    : new SignUpView(
                        frame,
                        form(form),
                        List.of(new FieldError("city", "No such city")),
                        Optional.empty(),
                        "",
                        0,
                        "News",
                        form.contains("consent_marketing")));
  }

  private static Map<String, String> onlyForm(Visit visit) {
    assertThat(visit.server().forms()).hasSize(1);
    return form(visit.server().forms().getFirst());
  }

  private static Map<String, String> form(MultiMap sent) {
    Map<String, String> form = new HashMap<>();
    sent.forEach(entry -> form.put(entry.getKey(), entry.getValue()));
    return form;
  }

  private static void hasError(Locator field, String text) {
    assertThat(field).hasAttribute("aria-invalid", "true");
    assertThat(field).hasAccessibleDescription(Pattern.compile("^" + text));
  }
}
