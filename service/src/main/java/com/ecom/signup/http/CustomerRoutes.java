package com.ecom.signup.http;

import com.ecom.signup.abuse.Channel;
import com.ecom.signup.abuse.Verdict;
import com.ecom.signup.confirmation.Numbers;
import com.ecom.signup.confirmation.PendingRegistration;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.idempotency.Claim;
import com.ecom.signup.idempotency.IdempotencyKey;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.registration.Outcome;
import com.ecom.signup.registration.Registrations;
import com.ecom.signup.template.Language;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Registers customers as resources. */
@Singleton
final class CustomerRoutes implements RouteSource {
  private static final String PATH = "/v1/customers";

  private final Registrations registrations;
  private final Intake intake;
  private final People people;
  private final Numbers numbers;

  CustomerRoutes(Registrations registrations, Intake intake, People people, Numbers numbers) {
    this.registrations = registrations;
    this.intake = intake;
    this.people = people;
    this.numbers = numbers;
  }

  @Override
  public void declare(RouteTable table) {
    table.onCall(PATH, this::register, Problems::busyRest);
  }

  private void register(RoutingContext context) {
    HttpServerRequest request = context.request();
    IdempotencyKey key = IdempotencyKey.read(request.headers().getAll("idempotency-key"));
    if (key instanceof IdempotencyKey.Invalid) {
      refuseUnread(request, Problem.IDEMPOTENCY_KEY_INVALID);
    } else if (!MediaTypes.saysJson(request.getHeader("content-type"))) {
      refuseUnread(request, Problem.UNSUPPORTED_MEDIA_TYPE);
    } else if (intake.turnsAway(context)) {
      refuseUnread(request, Problem.BUSY);
    } else {
      Executor home = EventLoop.of(context);
      BodyReader.read(
          request,
          (bytes, whole) -> {
            if (whole) {
              register(bytes, key, home, context);
            } else {
              Problems.send(request, Problem.BODY_TOO_LARGE);
            }
          });
    }
  }

  private static void refuseUnread(HttpServerRequest request, Problem problem) {
    Problems.send(request, problem);
    BodyReader.drop(request);
  }

  private void register(byte[] bytes, IdempotencyKey key, Executor home, RoutingContext context) {
    StrictBody.read(bytes)
        .ifPresentOrElse(
            body -> register(CustomerMembers.of(body), key, home, context),
            () -> MalformedJson.send(context.request(), bytes));
  }

  private void register(
      CustomerMembers members, IdempotencyKey key, Executor home, RoutingContext context) {
    HttpServerRequest request = context.request();
    Validation validation = members.form().validate();
    var errors = members.errors(validation);
    if (!errors.isEmpty()) {
      Problems.invalid(request, errors);
    } else if (validation instanceof Validation.Accepted accepted) {
      Warnings.add(request, accepted.warnings(), CustomerMembers::name);
      judge(accepted.details(), members.form(), key, home, context);
    }
  }

  private void judge(
      CustomerDetails details,
      CustomerForm form,
      IdempotencyKey key,
      Executor home,
      RoutingContext context) {
    HttpServerRequest request = context.request();
    switch (people.judge(request, details, new Channel.Api())) {
      case Verdict.Pass() when intake.confirms() -> receive(details, form, key, context, false);
      case Verdict.Pass() -> register(details, form, key, home, request);
      case Verdict.Quarantine() -> receive(details, form, key, context, true);
      case Verdict.TooMany(Duration retryAfter) -> {
        request.response().putHeader("retry-after", String.valueOf(retryAfter.toSeconds() + 1));
        Problems.send(request, Problem.TOO_MANY_REQUESTS);
      }
      case Verdict.Refused refused ->
          Problems.invalid(
              request,
              List.of(
                  Invalid.member("email", "disposable-address", Wording.of("invalid_disposable"))));
    }
  }

  private void receive(
      CustomerDetails details,
      CustomerForm form,
      IdempotencyKey key,
      RoutingContext context,
      boolean quarantined) {
    HttpServerRequest request = context.request();
    Claim claim =
        key instanceof IdempotencyKey.Given given ? Claim.of(PATH, given, form.values()) : null;
    PendingRegistration pending =
        new PendingRegistration(
            claim == null ? UUID.randomUUID() : claim.keyHash(),
            form,
            details.email().key(),
            Language.accepted(request.getHeader("accept-language")),
            PendingRegistration.Channel.API,
            claim == null ? null : claim.fingerprint(),
            null,
            null,
            quarantined);
    intake.receive(details, pending, context, received -> answer(received, pending.id(), request));
  }

  private void answer(Intake.Receptions received, UUID id, HttpServerRequest request) {
    switch (received) {
      case RECEIVED -> accepted(id, request);
      case ALREADY, TAKEN -> Problems.send(request, Problem.ADDRESS_REGISTERED);
      case KEY_REUSED -> Problems.send(request, Problem.IDEMPOTENCY_KEY_REUSED);
      case UNAVAILABLE -> Problems.send(request, Problem.BUSY);
      case FAILED -> Problems.send(request, Problem.INTERNAL_ERROR);
    }
  }

  /** The same for every address; the number is for the caller to show to the person. */
  private void accepted(UUID id, HttpServerRequest request) {
    Answers.accepted(
        request,
        Json.object(
            json -> {
              json.writeStringField("id", id.toString());
              json.writeStringField("status", "unconfirmed");
              json.writeStringField("number", String.valueOf(numbers.of(id)));
            }));
  }

  private void register(
      CustomerDetails details,
      CustomerForm form,
      IdempotencyKey key,
      Executor home,
      HttpServerRequest request) {
    Consumer<Outcome> then = outcome -> answer(outcome, request);
    if (key instanceof IdempotencyKey.Given given) {
      registrations.register(details, Claim.of(PATH, given, form.values()), home, then);
    } else {
      registrations.register(details, home, then);
    }
  }

  /** The answer holds nothing personal, so that it can be given again without keeping any of it. */
  private static void answer(Outcome outcome, HttpServerRequest request) {
    switch (outcome) {
      case Outcome.Registered registered -> created(registered, request);
      case Outcome.AlreadyRegistered known -> Problems.send(request, Problem.ADDRESS_REGISTERED);
      case Outcome.AddressTaken taken -> Problems.send(request, Problem.ADDRESS_REGISTERED);
      case Outcome.KeyReused reused -> Problems.send(request, Problem.IDEMPOTENCY_KEY_REUSED);
      case Outcome.KeyInProgress other ->
          Problems.send(request, Problem.IDEMPOTENCY_KEY_IN_PROGRESS);
      case Outcome.Unavailable unavailable -> Problems.send(request, Problem.BUSY);
      case Outcome.Failed failed -> Problems.send(request, Problem.INTERNAL_ERROR);
    }
  }

  private static void created(Outcome.Registered registered, HttpServerRequest request) {
    request
        .response()
        .putHeader("location", PATH + "/" + registered.customerId())
        .putHeader("etag", "\"1\"");
    Answers.created(
        request,
        Json.object(
            json -> {
              json.writeStringField("id", registered.customerId().toString());
              json.writeStringField("status", "active");
              Json.time(json, "registered_at", registered.at());
            }));
  }
}
