package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Texts;

/** A page of the console that says one thing. */
record ConsoleNotice(ConsoleFrame around, String title, String lead) implements ConsoleView {
  /** Whoever is signed in and may not. */
  static ConsoleNotice denied(ConsoleFrame around) {
    Texts texts = Texts.in(around.frame().language());
    return new ConsoleNotice(
        around, texts.get("notice_denied_title"), texts.get("notice_denied_lead"));
  }

  /** What programs are answered with by a problem. */
  static ConsoleNotice of(ConsoleFrame around, Problem problem) {
    return new ConsoleNotice(
        around,
        problem.title(around.frame().language()),
        problem.meaning(around.frame().language()));
  }

  @Override
  public String template() {
    return "console-notice.html";
  }
}
