package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import java.util.stream.Collectors;

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

  /** What programs are answered with where values are wrong, in words about each value. */
  static ConsoleNotice of(ConsoleFrame around, Refusal refusal) {
    Language language = around.frame().language();
    return refusal.errors().isEmpty()
        ? of(around, refusal.problem())
        : new ConsoleNotice(
            around,
            refusal.problem().title(language),
            refusal.errors().stream()
                .map(error -> error.place() + ": " + error.detail().in(language))
                .collect(Collectors.joining("; ")));
  }

  @Override
  public String template() {
    return "console-notice.html";
  }
}
