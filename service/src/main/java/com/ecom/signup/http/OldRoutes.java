package com.ecom.signup.http;

import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Parsed;
import com.ecom.signup.customer.Rule;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.customer.Violation;
import com.ecom.signup.http.Details.FieldError;
import com.ecom.signup.lookup.Answer;
import com.ecom.signup.lookup.Lookups;
import com.ecom.signup.registration.Outcome;
import com.ecom.signup.registration.Registrations;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The routes of the old service, for its clients to work unchanged. "Verify" is their word for
 * looking an address up.
 */
@Singleton
final class OldRoutes {
  private final Registrations registrations;
  private final Lookups lookups;

  OldRoutes(Registrations registrations, Lookups lookups) {
    this.registrations = registrations;
    this.lookups = lookups;
  }

  void register(RoutingContext context) {
    HttpServerResponse response = context.response();
    Executor home = home(context);
    readForm(context.request(), body -> register(body, home, response));
  }

  private void register(FormBody body, Executor home, HttpServerResponse response) {
    switch (validate(body)) {
      case Validation.Refused refused ->
          Answers.refused(response, Details.violations(errors(body, refused.violations())));
      case Validation.Accepted accepted -> {
        warn(response, accepted.warnings());
        register(accepted.details(), home, response);
      }
    }
  }

  private void register(CustomerDetails details, Executor home, HttpServerResponse response) {
    registrations.register(
        details,
        home,
        outcome -> {
          switch (outcome) {
            case Outcome.Registered registered -> Answers.ok(response, Answers.REGISTERED);
            case Outcome.AlreadyRegistered known -> Answers.ok(response, Answers.REGISTERED);
            case Outcome.AddressTaken taken -> Answers.taken(response);
            case Outcome.Unavailable unavailable -> Answers.busy(response);
            case Outcome.Failed failed -> Answers.failed(response);
          }
        });
  }

  /** A country may be left out, but what is there must be text like all others. */
  private static Validation validate(FormBody body) {
    Validation validation = body.form().validate();
    if (!body.isNotText(Field.COUNTRY)) {
      return validation;
    }
    List<Violation> violations = new ArrayList<>();
    if (validation instanceof Validation.Refused refused) {
      violations.addAll(refused.violations());
    }
    violations.add(new Violation(Field.COUNTRY, Rule.COUNTRY_UNKNOWN, ""));
    return new Validation.Refused(violations);
  }

  private static List<FieldError> errors(FormBody body, List<Violation> violations) {
    return violations.stream().map(body::error).toList();
  }

  /** The answer has no place for warnings; a header does no client harm. */
  private static void warn(HttpServerResponse response, List<Violation> warnings) {
    for (Violation warning : warnings) {
      response.putHeader("registration-warning", warning.field().key() + ": " + warning.message());
    }
  }

  void verify(RoutingContext context) {
    HttpServerResponse response = context.response();
    Executor home = home(context);
    readForm(context.request(), body -> verify(body, home, response));
  }

  private void verify(FormBody body, Executor home, HttpServerResponse response) {
    switch (EmailAddress.parse(body.text(Field.EMAIL_ID))) {
      case Parsed.Broken<EmailAddress>(Rule rule) ->
          Answers.refused(
              response, Details.violations(List.of(body.error(rule.brokenBy(Field.EMAIL_ID)))));
      case Parsed.Valid<EmailAddress>(EmailAddress address) ->
          lookups.ask(address, home, answer -> say(answer, response));
    }
  }

  private static void say(Answer answer, HttpServerResponse response) {
    switch (answer) {
      case REGISTERED -> Answers.ok(response, Answers.EXISTS);
      case UNKNOWN -> Answers.ok(response, Answers.DOES_NOT_EXIST);
      case UNAVAILABLE -> Answers.busy(response);
      case FAILED -> Answers.failed(response);
    }
  }

  /** The event loop of the connection: it alone writes to it. */
  private static Executor home(RoutingContext context) {
    return ((ContextInternal) context.vertx().getOrCreateContext()).nettyEventLoop();
  }

  private static void readForm(HttpServerRequest request, Consumer<FormBody> then) {
    BodyReader.read(
        request,
        (bytes, whole) -> {
          if (whole) {
            readForm(request, bytes, then);
          } else {
            refuseTooLarge(request.response(), bytes);
          }
        });
  }

  private static void readForm(HttpServerRequest request, byte[] bytes, Consumer<FormBody> then) {
    HttpServerResponse response = request.response();
    JsonBody body =
        bytes.length == 0
            ? new JsonBody.Nothing()
            : MediaTypes.isJson(request.getHeader("content-type"))
                ? JsonBody.read(bytes)
                : new JsonBody.NotAnObject();
    switch (body) {
      case JsonBody.Members read -> then.accept(new FormBody(read.members()));
      case JsonBody.Nothing nothing ->
          Answers.refused(response, Details.body("field required", "value_error.missing"));
      case JsonBody.NotAnObject other ->
          Answers.refused(response, Details.body("value is not a valid dict", "type_error.dict"));
      case JsonBody.Malformed malformed ->
          MediaTypes.decode(bytes)
              .ifPresentOrElse(
                  text -> Answers.refused(response, Details.malformed(text, JsonFault.in(text))),
                  () -> Answers.unreadable(response));
    }
  }

  /**
   * A body over the limit is not read further. If a value in what was read is too long already, the
   * answer names it, which helps more than the size of the whole.
   */
  private static void refuseTooLarge(HttpServerResponse response, byte[] beginning) {
    FormBody body = new FormBody(JsonBody.readBeginning(beginning).members());
    List<FieldError> tooLong =
        body.form().validate() instanceof Validation.Refused refused
            ? refused.violations().stream()
                .filter(violation -> violation.rule() == Rule.TOO_LONG)
                .map(FieldError::of)
                .toList()
            : List.of();
    if (tooLong.isEmpty()) {
      Answers.tooLarge(response);
    } else {
      Answers.refused(response, Details.violations(tooLong));
    }
  }
}
