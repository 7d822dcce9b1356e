package com.ecom.signup.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sign-up page as a person sees it: by labels and roles. */
record SignUpForm(Page page) {

  /** What is typed into which label; the province is chosen. */
  private static final Map<String, String> DETAILS = new LinkedHashMap<>();

  static {
    DETAILS.put("First name", "Zoë");
    DETAILS.put("Last name", "O'Brien <b>");
    DETAILS.put("Email address", "zoë@exämple.com");
    DETAILS.put("Phone number", "416-555-0123");
    DETAILS.put("City", "Montréal");
    DETAILS.put("Postal code", "M5V 2T6");
  }

  SignUpForm fill() {
    type();
    field("Province or territory").selectOption("Ontario");
    return this;
  }

  /** Without a script there is nothing to choose from. */
  SignUpForm type() {
    DETAILS.forEach((label, text) -> field(label).fill(text));
    return this;
  }

  SignUpForm send() {
    button().click();
    return this;
  }

  Locator field(String label) {
    return page.getByLabel(label, new GetByLabelOptions().setExact(true));
  }

  Locator button() {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Register"));
  }

  Locator problems() {
    return page.getByRole(AriaRole.ALERT);
  }

  /** What comes after a form that was sent. */
  Locator answer() {
    return page.getByRole(
        AriaRole.HEADING, new GetByRoleOptions().setName("There is nothing here"));
  }

  /** Nothing that was typed is lost. */
  boolean isFilled() {
    return DETAILS.entrySet().stream()
        .allMatch(detail -> field(detail.getKey()).inputValue().equals(detail.getValue()));
  }
}
