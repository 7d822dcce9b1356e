package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.transfer.FileRefusedException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A route for operators that takes a body of any size, as it comes, on a thread that may wait. */
record UploadRoute(Operators operators, Permission permission, Operation operation)
    implements Handler<RoutingContext> {

  /** What the route does. */
  @FunctionalInterface
  interface Operation {
    /**
     * Carries the call out.
     *
     * @throws Refusal to answer with a problem
     */
    Reply on(OperatorCall call, InputStream body);
  }

  @Override
  public void handle(RoutingContext context) {
    OperatorRoute.admit(operators, permission, context, this::carryOut);
  }

  private void carryOut(OperatorCall call) {
    HttpServerRequest request = call.context().request();
    BodyStream body = BodyStream.of(request);
    operators
        .carriers(call.context().vertx())
        .executeBlocking(() -> operation.on(call, body), false)
        .onSuccess(reply -> Answers.send(request, reply))
        .onFailure(failure -> refuse(request, failure))
        .onComplete(
            done -> {
              if (!body.isRead()) {
                BodyReader.drop(request);
              }
            });
  }

  private static void refuse(HttpServerRequest request, Throwable failure) {
    switch (failure) {
      case FileRefusedException refused ->
          Problems.send(
              request,
              Problem.IMPORT_FILE_REFUSED,
              refused.marks().stream()
                  .map(mark -> new Invalid(mark.place(), mark.flaw().code(), mark.flaw()::message))
                  .toList());
      case UncheckedIOException cut -> request.connection().close();
      default -> OperatorRoute.refuse(request, failure);
    }
  }
}
