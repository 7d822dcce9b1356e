package com.ecom.signup.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.ecom.signup.page.PagesServer.Answer;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InBrowser.class)
final class SignUpPageTest {

  @Test
  void registersWithTheValuesAsTyped(Visit visit) {
    SignUpForm form = formOf(visit).fill().send();

    assertThat(form.welcome()).isFocused();
    assertThat(form.page().getByText("Your registration is successful")).isVisible();
    assertThat(form.button()).isHidden();
    Assertions.assertThat(visit.server().registrations())
        .containsExactly(
            new JsonObject()
                .put("first_name", "Zoë")
                .put("last_name", "O'Brien <b>")
                .put("email_id", "zoë@exämple.com")
                .put("phone", "416-555-0123")
                .put("city", "Montréal")
                .put("province", "ON")
                .put("postalcode", "m5v2t6"));
    visit.staysHere();
    visit.hasNoComplaints();
  }

  @Test
  void sendsTheCountryIfThereIsOne(Visit visit) {
    SignUpForm form = formOf(visit).fill();
    form.page().getByLabel("Country (optional)").fill("France");
    form.send();

    assertThat(form.welcome()).isVisible();
    Assertions.assertThat(visit.server().registrations())
        .singleElement()
        .satisfies(sent -> Assertions.assertThat(sent.getString("country")).isEqualTo("France"));
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
    hasError(form.field("City"), "Enter your city");
    Assertions.assertThat(visit.server().registrations()).isEmpty();
  }

  @Test
  void tiesEachRefusalToItsField(Visit visit) {
    visit
        .server()
        .answers(
            refusal(
                "first_name value_error.any_str.max_length",
                "last_name value_error.missing",
                "email_id value_error.email",
                "phone value_error.phone",
                "province value_error.province",
                "city value_error.unheard_of",
                "postalcode value_error.postalcode",
                "country value_error.country"));
    SignUpForm form = formOf(visit).fill().send();

    assertThat(form.problems()).isFocused();
    hasError(form.field("First name"), "First name: must be otherwise");
    hasError(form.field("Last name"), "Enter your last name");
    hasError(form.field("Email address"), "Email address: must be otherwise");
    hasError(form.field("Phone number"), "Enter a phone number that exists");
    hasError(form.field("Province or territory"), "Choose a province or territory of Canada");
    hasError(form.field("City"), "City: must be otherwise");
    hasError(form.field("Postal code"), "Enter a Canadian postal code");
    hasError(form.field("Country (optional)"), "Enter the name of a country");
    Assertions.assertThat(form.isFilled()).isTrue();
  }

  @Test
  void leadsFromTheSummaryToTheField(Visit visit) {
    visit.server().answers(refusal("phone value_error.phone"));
    SignUpForm form = formOf(visit).fill().send();

    form.problems().getByRole(AriaRole.LINK).click();

    assertThat(form.field("Phone number")).isFocused();
  }

  @Test
  void saysSoWhenARefusalNamesNoField(Visit visit) {
    visit
        .server()
        .answers(
            new Answer(
                422,
                """
                {"detail":[{"loc":["body"],"msg":"field required","type":"value_error.missing"}]}
                """));
    SignUpForm form = formOf(visit).fill().send();

    assertThat(form.problems()).containsText("on our side");
  }

  @Test
  void forgetsProblemsThatAreMended(Visit visit) {
    visit.server().answers(refusal("phone value_error.phone"));
    SignUpForm form = formOf(visit).fill().send();
    assertThat(form.problems()).isVisible();

    visit.server().answers(Answer.REGISTERED);
    form.send();

    assertThat(form.welcome()).isVisible();
    assertThat(form.problems()).isHidden();
    assertThat(form.page()).hasTitle("Register – ecom");
  }

  @Test
  void saysThatTheAddressIsTaken(Visit visit) {
    visit.server().answers(new Answer(409, "{\"detail\":\"registered with other details\"}"));
    SignUpForm form = formOf(visit).fill().send();

    assertThat(form.problems()).isFocused();
    hasError(
        form.field("Email address"),
        "This email address is registered already, with other details. Check how it is spelled.");
  }

  @ParameterizedTest
  @CsvSource({"503, again in 7 seconds", "500, on our side", "413, on our side"})
  void keepsWhatWasTypedWhenTheServiceFails(int status, String expected, Visit visit) {
    visit.server().answers(new Answer(status, "{\"detail\":\"no\"}"));
    SignUpForm form = formOf(visit).fill().send();

    assertThat(form.problems()).isFocused();
    assertThat(form.problems()).containsText(expected);
    Assertions.assertThat(form.isFilled()).isTrue();
    assertThat(form.button()).not().hasAttribute("aria-disabled", "true");
  }

  @Test
  void keepsWhatWasTypedWhenTheNetworkFails(Visit visit) {
    SignUpForm form = formOf(visit).fill();
    form.page().context().setOffline(true);
    form.send();

    assertThat(form.problems()).containsText("check your connection");
    Assertions.assertThat(form.isFilled()).isTrue();

    form.page().context().setOffline(false);
    form.send();
    assertThat(form.welcome()).isVisible();
  }

  @Test
  void sendsADoubleClickOnce(Visit visit) {
    visit.server().answers(Answer.REGISTERED.after(300));
    SignUpForm form = formOf(visit).fill();
    form.button().dblclick();
    form.field("City").press("Enter");

    assertThat(form.page().getByText("Registering…")).isVisible();
    assertThat(form.welcome()).isVisible();
    Assertions.assertThat(visit.server().registrations()).hasSize(1);
  }

  @Test
  void needsNoMouse(Visit visit) {
    SignUpForm form = formOf(visit);
    Keyboard keyboard = form.page().keyboard();
    for (String typed :
        List.of(
            "Zoë",
            "Tremblay",
            "zoe@example.com",
            "416-555-0123",
            "Toronto",
            "Ontario",
            "M5V 2T6",
            "Canada")) {
      keyboard.press("Tab");
      keyboard.type(typed);
    }
    keyboard.press("Tab");
    assertThat(form.button()).isFocused();
    keyboard.press("Space");

    assertThat(form.welcome()).isFocused();
    Assertions.assertThat(visit.server().registrations())
        .singleElement()
        .satisfies(sent -> Assertions.assertThat(sent.getString("province")).isEqualTo("ON"));
  }

  @Test
  void saysWhatIsNeededWithoutScript(Visit visit) {
    var page = visit.openWithoutScript("/");

    assertThat(page.locator(".notice")).isVisible();
    assertThat(new SignUpForm(page).button()).isDisabled();
  }

  private static SignUpForm formOf(Visit visit) {
    return new SignUpForm(visit.open("/"));
  }

  /** Of fields and the types of their errors, separated by a space. */
  private static Answer refusal(String... errors) {
    var detail = new JsonArray();
    for (String error : errors) {
      List<String> words = List.of(error.split(" ", -1));
      detail.add(
          new JsonObject()
              .put("loc", new JsonArray().add("body").add(words.getFirst()))
              .put("msg", "must be otherwise")
              .put("type", words.getLast()));
    }
    return new Answer(422, new JsonObject().put("detail", detail).encode());
  }

  private static void hasError(Locator field, String text) {
    assertThat(field).hasAttribute("aria-invalid", "true");
    assertThat(field).hasAccessibleDescription(Pattern.compile("^" + text.replace(".", "\\.")));
  }
}
