package com.ecom.signup.http;

import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.idempotency.Claim;
import com.ecom.signup.idempotency.IdempotencyKey;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.registration.Outcome;
import com.ecom.signup.registration.Registrations;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Registers customers as resources. */
@Singleton
final class CustomerRoutes implements RouteSource {
  private static final String PATH = "/v1/customers";

  private final Registrations registrations;

  CustomerRoutes(Registrations registrations) {
    this.registrations = registrations;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.POST, PATH, this::register);
  }

  private void register(RoutingContext context) {
    HttpServerRequest request = context.request();
    IdempotencyKey key = IdempotencyKey.read(request.headers().getAll("idempotency-key"));
    if (key instanceof IdempotencyKey.Invalid) {
      refuseUnread(request, Problem.IDEMPOTENCY_KEY_INVALID);
    } else if (!MediaTypes.saysJson(request.getHeader("content-type"))) {
      refuseUnread(request, Problem.UNSUPPORTED_MEDIA_TYPE);
    } else if (registrations.isBusy()) {
      refuseUnread(request, Problem.BUSY);
    } else {
      Executor home = EventLoop.of(context);
      BodyReader.read(
          request,
          (bytes, whole) -> {
            if (whole) {
              register(bytes, key, home, request);
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

  private void register(
      byte[] bytes, IdempotencyKey key, Executor home, HttpServerRequest request) {
    StrictBody.read(bytes)
        .ifPresentOrElse(
            body -> register(CustomerMembers.of(body), key, home, request),
            () -> MalformedJson.send(request, bytes));
  }

  private void register(
      CustomerMembers members, IdempotencyKey key, Executor home, HttpServerRequest request) {
    Validation validation = members.form().validate();
    var errors = members.errors(validation);
    if (!errors.isEmpty()) {
      Problems.invalid(request, errors);
    } else if (validation instanceof Validation.Accepted accepted) {
      Warnings.add(request, accepted.warnings(), CustomerMembers::name);
      register(accepted.details(), members.form(), key, home, request);
    }
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
