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
        call -> BodyReader.read(context.request(), (bytes, whole) -> receive(call, bytes, whole)));
  }

  /** Goes on with the call of one who may, its body unread, and turns others away. */
  static void admit(
      Operators operators,
      Permission permission,
      RoutingContext context,
      Consumer<OperatorCall> admitted) {
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
                case Operators.Admission.Admitted(Caller caller) ->
                    admitted.accept(
                        new OperatorCall(
                            context, StrictBody.empty(), caller, operators.actor(caller, request)));
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

  private void receive(OperatorCall call, byte[] bytes, boolean whole) {
    HttpServerRequest request = call.context().request();
    if (!whole) {
      Problems.send(request, Problem.BODY_TOO_LARGE);
    } else if (bytes.length == 0) {
      carryOut(call);
    } else {
      StrictBody.read(bytes)
          .ifPresentOrElse(
              body -> carryOut(call.with(body)), () -> MalformedJson.send(request, bytes));
    }
  }

  private static void refuseUnread(HttpServerRequest request, Problem problem) {
    Problems.send(request, problem);
    BodyReader.drop(request);
  }

  private void carryOut(OperatorCall call) {
    HttpServerRequest request = call.context().request();
    operators
        .workers(call.context().vertx())
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
