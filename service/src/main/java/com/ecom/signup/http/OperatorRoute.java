package com.ecom.signup.http;

import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * A route for operators: it lets nobody else in, reads the body, and works off the event loop,
 * since it waits for the database.
 */
record OperatorRoute(Operators operators, Operation operation) implements Handler<RoutingContext> {
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

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    switch (operators.admit(request.getHeader("authorization"))) {
      case CLOSED -> refuseUnread(request, Problem.OPERATOR_ACCESS_CLOSED);
      case REFUSED -> refuseUnread(request, Problem.OPERATOR_TOKEN_REQUIRED);
      case ADMITTED -> BodyReader.read(request, (bytes, whole) -> receive(context, bytes, whole));
    }
  }

  private void receive(RoutingContext context, byte[] bytes, boolean whole) {
    if (!whole) {
      Problems.send(context.request(), Problem.BODY_TOO_LARGE);
    } else if (bytes.length == 0) {
      carryOut(new OperatorCall(context, StrictBody.empty()));
    } else {
      StrictBody.read(bytes)
          .ifPresentOrElse(
              body -> carryOut(new OperatorCall(context, body)),
              () -> MalformedJson.send(context.request(), bytes));
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

  private static void refuse(HttpServerRequest request, Throwable failure) {
    switch (failure) {
      case Refusal refusal -> Problems.send(request, refusal.problem(), refusal.errors());
      case DatabaseUnavailableException unavailable -> Problems.send(request, Problem.BUSY);
      default -> {
        LOG.errorf("An operator's request failed (%s)", failure.getClass().getName());
        LOG.debug("The request failed", failure);
        Problems.send(request, Problem.INTERNAL_ERROR);
      }
    }
  }
}
