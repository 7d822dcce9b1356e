package com.ecom.signup.http;

import com.ecom.signup.confirmation.PendingRegistration;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Parsed;
import com.ecom.signup.customer.Rule;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.customer.Violation;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Policies;
import com.ecom.signup.http.Details.FieldError;
import com.ecom.signup.lookup.Answer;
import com.ecom.signup.lookup.Lookups;
import com.ecom.signup.registration.Outcome;
import com.ecom.signup.registration.Registrations;
import com.ecom.signup.template.Language;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The routes of the old service, for its clients to work unchanged. "Verify" is their word for
 * looking an address up.
 */
@Singleton
final class OldRoutes implements RouteSource {
  private final Registrations registrations;
  private final Intake intake;
  private final Lookups lookups;
  private final Policies policies;
  private final Gate gate;

  OldRoutes(
      Registrations registrations,
      Intake intake,
      Lookups lookups,
      Environment environment,
      Gate gate) {
    this.registrations = registrations;
    this.intake = intake;
    this.lookups = lookups;
    this.policies = environment.policies();
    this.gate = gate;
  }

  @Override
  public void declare(RouteTable table) {
    table.onCall("/customer-registration", this::register, Answers::busyRest);
    if (policies.lookup() != Policies.Lookup.OFF) {
      table.onCall("/verify-registratration", this::verify, Answers::busyRest);
      table.onCall("/verify-registration", this::verify, Answers::busyRest);
    }
  }

  private void register(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (intake.turnsAway(context)) {
      Answers.busyUnread(request);
      return;
    }
    Executor home = EventLoop.of(context);
    readForm(request, body -> register(body, home, context));
  }

  private void register(FormBody body, Executor home, RoutingContext context) {
    HttpServerRequest request = context.request();
    switch (body.validate()) {
      case Validation.Refused refused ->
          Answers.refused(request, Details.violations(errors(body, refused.violations())));
      case Validation.Accepted accepted -> {
        Warnings.add(request, accepted.warnings(), Field::key);
        if (intake.confirms()) {
          receive(body, accepted.details(), context);
        } else {
          register(accepted.details(), home, request);
        }
      }
    }
  }

  private void register(CustomerDetails details, Executor home, HttpServerRequest request) {
    registrations.register(
        details,
        home,
        outcome -> {
          switch (outcome) {
            case Outcome.Registered registered -> Answers.ok(request, Answers.REGISTERED);
            case Outcome.AlreadyRegistered known -> Answers.ok(request, Answers.REGISTERED);
            case Outcome.AddressTaken taken -> Answers.taken(request);
            case Outcome.OfKey never -> Answers.failed(request);
            case Outcome.Unavailable unavailable -> Answers.busy(request);
            case Outcome.Failed failed -> Answers.failed(request);
          }
        });
  }

  /** The old answer, whoever is to confirm it: its clients know no other. */
  private void receive(FormBody body, CustomerDetails details, RoutingContext context) {
    HttpServerRequest request = context.request();
    PendingRegistration pending =
        new PendingRegistration(
            UUID.randomUUID(),
            body.form(),
            details.email().key(),
            Language.accepted(request.getHeader("accept-language")),
            PendingRegistration.Channel.OLD,
            null,
            null,
            null,
            false);
    intake.receive(
        details,
        pending,
        context,
        received -> {
          switch (received) {
            case RECEIVED, ALREADY -> Answers.ok(request, Answers.REGISTERED);
            case TAKEN -> Answers.taken(request);
            case UNAVAILABLE -> Answers.busy(request);
            case KEY_REUSED, FAILED -> Answers.failed(request);
          }
        });
  }

  private static List<FieldError> errors(FormBody body, List<Violation> violations) {
    return violations.stream().map(body::error).toList();
  }

  private void verify(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!mayLookUp(request)) {
      Answers.unauthorized(request);
      BodyReader.drop(request);
      return;
    }
    if (gate.turnsAway(context) || lookups.isBusy()) {
      Answers.busyUnread(request);
      return;
    }
    Executor home = EventLoop.of(context);
    readForm(request, body -> verify(body, home, request));
  }

  private boolean mayLookUp(HttpServerRequest request) {
    return policies.lookup() == Policies.Lookup.OPEN
        || policies.lookupToken().filter(token -> Bearer.has(request, token)).isPresent();
  }

  private void verify(FormBody body, Executor home, HttpServerRequest request) {
    switch (EmailAddress.parse(body.text(Field.EMAIL_ID))) {
      case Parsed.Broken<EmailAddress>(Rule rule) ->
          Answers.refused(
              request, Details.violations(List.of(body.error(rule.brokenBy(Field.EMAIL_ID)))));
      case Parsed.Valid<EmailAddress>(EmailAddress address) ->
          lookups.ask(address, home, answer -> say(answer, request));
    }
  }

  private static void say(Answer answer, HttpServerRequest request) {
    switch (answer) {
      case REGISTERED -> Answers.ok(request, Answers.EXISTS);
      case UNKNOWN -> Answers.ok(request, Answers.DOES_NOT_EXIST);
      case UNAVAILABLE -> Answers.busy(request);
      case FAILED -> Answers.failed(request);
    }
  }

  private static void readForm(HttpServerRequest request, Consumer<FormBody> then) {
    BodyReader.read(
        request,
        (bytes, whole) -> {
          if (whole) {
            readForm(request, bytes, then);
          } else {
            refuseTooLarge(request, bytes);
          }
        });
  }

  private static void readForm(HttpServerRequest request, byte[] bytes, Consumer<FormBody> then) {
    JsonBody body =
        bytes.length == 0
            ? new JsonBody.Nothing()
            : MediaTypes.isJson(request.getHeader("content-type"))
                ? JsonBody.read(bytes)
                : new JsonBody.NotAnObject();
    switch (body) {
      case JsonBody.Members read -> then.accept(new FormBody(read.members()));
      case JsonBody.Nothing nothing ->
          Answers.refused(request, Details.body("field required", "value_error.missing"));
      case JsonBody.NotAnObject other ->
          Answers.refused(request, Details.body("value is not a valid dict", "type_error.dict"));
      case JsonBody.Malformed malformed ->
          MediaTypes.decode(bytes)
              .ifPresentOrElse(
                  text -> Answers.refused(request, Details.malformed(text, JsonFault.in(text))),
                  () -> Answers.unreadable(request));
    }
  }

  /**
   * A body over the limit is not read further. If a value in what was read is too long already, the
   * answer names it, which helps more than the size of the whole.
   */
  private static void refuseTooLarge(HttpServerRequest request, byte[] beginning) {
    FormBody body = new FormBody(JsonBody.readBeginning(beginning).members());
    List<FieldError> tooLong =
        body.validate() instanceof Validation.Refused refused
            ? refused.violations().stream()
                .filter(violation -> violation.rule() == Rule.TOO_LONG)
                .map(FieldError::of)
                .toList()
            : List.of();
    if (tooLong.isEmpty()) {
      Answers.tooLarge(request);
    } else {
      Answers.refused(request, Details.violations(tooLong));
    }
  }
}
