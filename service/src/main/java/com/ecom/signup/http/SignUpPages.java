package com.ecom.signup.http;

import com.ecom.signup.abuse.Guard;
import com.ecom.signup.abuse.Handout;
import com.ecom.signup.abuse.Verdict;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Wordings;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.page.FieldError;
import com.ecom.signup.page.Frame;
import com.ecom.signup.page.Pages;
import com.ecom.signup.page.SignUpView;
import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sign-up page, and what becomes of its form. */
@Singleton
final class SignUpPages implements RouteSource {
  private final Pages pages;
  private final People people;
  private final Guard guard;
  private final PageRegistrations registrations;
  private final NextPage next;

  SignUpPages(
      Pages pages, People people, Guard guard, PageRegistrations registrations, NextPage next) {
    this.pages = pages;
    this.people = people;
    this.guard = guard;
    this.registrations = registrations;
    this.next = next;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, "/", this::root);
    table.on(HttpMethod.POST, "/", this::submit);
  }

  private void root(RoutingContext context) {
    if (MediaTypes.wantsHtml(context.request().getHeader("accept"))) {
      Frame frame = Frame.of(context.request());
      handOut(
          context,
          handout ->
              pages.signUp(
                  context,
                  SignUpView.empty(
                      frame,
                      handout.ticket(),
                      handout.challengeBits(),
                      consentText(frame.language()))));
    } else {
      context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
      Answers.ok(context.request(), Answers.HELLO);
    }
  }

  private static String consentText(Language language) {
    return Wordings.current(Consents.MARKETING_EMAIL, language.code()).text();
  }

  @FunctionalInterface
  private interface HandedOut {
    void with(Handout handout);
  }

  /** Without a database there is no key to sign a ticket with: the page is shown all the same. */
  private void handOut(RoutingContext context, HandedOut then) {
    people
        .workers(context.vertx())
        .executeBlocking(guard::handOut, false)
        .onSuccess(then::with)
        .onFailure(failure -> then.with(new Handout("", 0)));
  }

  private void submit(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (FormFields.isOne(request)) {
      FormFields.read(request, fields -> submit(context, fields));
    } else {
      Answers.notAllowed(request, "GET"); // as the old service answered its clients
      BodyReader.drop(request);
    }
  }

  private void submit(RoutingContext context, FormFields fields) {
    Submission submission = Submission.of(fields, context.request());
    switch (submission.form().validate()) {
      case Validation.Refused refused ->
          again(
              context,
              submission,
              422,
              refused.violations().stream()
                  .map(
                      violation ->
                          new FieldError(
                              violation.field().key(),
                              RuleTexts.message(violation, submission.language())))
                  .toList(),
              Optional.empty());
      case Validation.Accepted accepted -> judge(context, submission, accepted.details());
    }
  }

  private void judge(RoutingContext context, Submission submission, CustomerDetails details) {
    HttpServerRequest request = context.request();
    people
        .workers(context.vertx())
        .executeBlocking(() -> people.judge(request, details, submission.channel()), false)
        .onSuccess(verdict -> act(context, submission, details, verdict))
        .onFailure(failure -> problem(context, submission, 503, "signup_busy"));
  }

  private void act(
      RoutingContext context, Submission submission, CustomerDetails details, Verdict verdict) {
    switch (verdict) {
      case Verdict.Pass() -> register(context, submission, details, false);
      case Verdict.Quarantine() -> register(context, submission, details, true);
      case Verdict.TooMany tooMany -> {
        context
            .response()
            .putHeader("retry-after", String.valueOf(tooMany.retryAfter().toSeconds() + 1));
        problem(context, submission, 429, "signup_too_many");
      }
      case Verdict.Refused(Verdict.Reason reason) -> refuse(context, submission, details, reason);
    }
  }

  /** A robot that fills every field in is told nothing of it. */
  private void refuse(
      RoutingContext context,
      Submission submission,
      CustomerDetails details,
      Verdict.Reason reason) {
    switch (reason) {
      case HONEYPOT -> next.show(context, submission.language(), details, UUID.randomUUID());
      case TOO_FAST -> problem(context, submission, 422, "signup_too_fast");
      case CHALLENGE -> problem(context, submission, 422, "signup_once_more");
      case DISPOSABLE -> wrongAddress(context, submission, 422, "signup_disposable");
    }
  }

  private void register(
      RoutingContext context, Submission submission, CustomerDetails details, boolean quarantined) {
    UUID id = registrations.id(submission);
    registrations.register(
        context,
        submission,
        details,
        id,
        quarantined,
        result -> {
          switch (result) {
            case DONE -> next.show(context, submission.language(), details, id);
            case TAKEN -> wrongAddress(context, submission, 409, "signup_taken");
            case UNAVAILABLE -> problem(context, submission, 503, "signup_busy");
            case FAILED -> problem(context, submission, 500, "signup_failed");
          }
        });
  }

  private void wrongAddress(RoutingContext context, Submission submission, int status, String key) {
    String message = Texts.in(submission.language()).get(key);
    again(
        context,
        submission,
        status,
        List.of(new FieldError(Field.EMAIL_ID.key(), message)),
        Optional.empty());
  }

  private void problem(RoutingContext context, Submission submission, int status, String key) {
    String message = Texts.in(submission.language()).get(key);
    again(context, submission, status, List.of(), Optional.of(message));
  }

  /** Nothing that was typed is lost. */
  private void again(
      RoutingContext context,
      Submission submission,
      int status,
      List<FieldError> errors,
      Optional<String> problem) {
    handOut(
        context,
        handout ->
            pages.show(
                context,
                status,
                new SignUpView(
                    Frame.of(submission.language(), "/"),
                    submission.fields().values(),
                    errors,
                    problem,
                    handout.ticket(),
                    handout.challengeBits(),
                    consentText(submission.language()),
                    submission.agrees())));
  }

  /** What became of a form. */
  enum Result {
    DONE,
    TAKEN,
    UNAVAILABLE,
    FAILED
  }
}
