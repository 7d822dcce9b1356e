package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Permission;
import com.ecom.signup.access.ProviderUnavailableException;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A route for operators: it lets in who may, reads the body, and works off the event loop, since it
 * waits for the database.
 */
record OperatorRoute(Operators operators, Permission permission, Operation operation)
    implements Handler<RoutingContext> {
  private static final Logger LOG = Logger.getLogger(OperatorRoute.class);

  /** What the route does. */
  @FunctionalInterface
  interface Operation {
    /**
     * Carries the call out.
     *
     * @throws Refusal to answer with a problem
     */
    Reply on(OperatorCall call);
  }

  /** The body waits until it is known whose it is. */
  @Override
  public void handle(RoutingContext context) {
    admit(
        operators,
        permission,
        context,
        caller ->
            BodyReader.read(
                context.request(), (bytes, whole) -> receive(context, caller, bytes, whole)));
  }

  /** Goes on with a caller who may, with the body unread, and turns others away. */
  static void admit(
      Operators operators,
      Permission permission,
      RoutingContext context,
      Consumer<Caller> admitted) {
    HttpServerRequest request = context.request();
    request.pause();
    operators
        .admit(context, permission)
        .onSuccess(
            admission -> {
              switch (admission) {
                case Operators.Admission.Closed closed ->
                    refuseUnread(request, Problem.OPERATOR_ACCESS_CLOSED);
                case Operators.Admission.Refused refused ->
                    refuseUnread(request, Problem.OPERATOR_TOKEN_REQUIRED);
                case Operators.Admission.Denied(Caller caller) ->
                    deny(operators, permission, context, caller);
                case Operators.Admission.Admitted(Caller caller) -> admitted.accept(caller);
              }
            })
        .onFailure(
            failure -> {
              refuse(request, failure);
              BodyReader.drop(request);
            });
  }

  private static void deny(
      Operators operators, Permission permission, RoutingContext context, Caller caller) {
    HttpServerRequest request = context.request();
    Actor actor = operators.actor(caller, request);
    Future<@Nullable Boolean> unused =
        operators
            .workers(context.vertx())
            .executeBlocking(
                () -> {
                  operators.recordDenial(actor, permission);
                  return true;
                },
                false);
    Problems.denied(request, permission);
    BodyReader.drop(request);
  }

  private void receive(RoutingContext context, Caller caller, byte[] bytes, boolean whole) {
    if (!whole) {
      Problems.send(context.request(), Problem.BODY_TOO_LARGE);
    } else if (bytes.length == 0) {
      carryOut(context, caller, StrictBody.empty());
    } else {
      StrictBody.read(bytes)
          .ifPresentOrElse(
              body -> carryOut(context, caller, body),
              () -> MalformedJson.send(context.request(), bytes));
    }
  }

  private static void refuseUnread(HttpServerRequest request, Problem problem) {
    Problems.send(request, problem);
    BodyReader.drop(request);
  }

  private void carryOut(RoutingContext context, Caller caller, StrictBody body) {
    HttpServerRequest request = context.request();
    OperatorCall call = new OperatorCall(context, body, caller, operators.actor(caller, request));
    operators
        .workers(context.vertx())
        .executeBlocking(() -> operation.on(call), false)
        .onSuccess(reply -> Answers.send(request, reply))
        .onFailure(failure -> refuse(request, failure));
  }

  static void refuse(HttpServerRequest request, Throwable failure) {
    switch (failure) {
      case Refusal refusal -> Problems.send(request, refusal.problem(), refusal.errors());
      case DatabaseUnavailableException unavailable -> Problems.send(request, Problem.BUSY);
      case ProviderUnavailableException unavailable -> Problems.send(request, Problem.BUSY);
      default -> {
        LOG.errorf("An operator's request failed (%s)", failure.getClass().getName());
        LOG.debug("The request failed", failure);
        Problems.send(request, Problem.INTERNAL_ERROR);
      }
    }
  }
}
