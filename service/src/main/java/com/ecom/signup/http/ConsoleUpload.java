package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A form of the console with a file of any size, which is taken as it comes. Forms of other sites
 * are refused.
 */
record ConsoleUpload(Console console, Permission permission, Operation operation)
    implements Handler<RoutingContext> {

  /** What is done with the file. */
  @FunctionalInterface
  interface Operation {
    Answer on(ConsoleCall call, MultipartForm form);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (SameOrigin.is(request)) {
      console.admit(context, permission, this::carryOut);
    } else {
      Answers.forbidden(request);
      BodyReader.drop(request);
    }
  }

  private void carryOut(ConsoleCall call) {
    HttpServerRequest request = call.context().request();
    BodyStream body = BodyStream.of(request);
    console
        .carry(call, known -> operation.on(known, read(request, body)))
        .onComplete(
            done -> {
              if (!body.isRead()) {
                BodyReader.drop(request);
              }
            });
  }

  private static MultipartForm read(HttpServerRequest request, InputStream body) {
    try {
      return MultipartForm.read(
          Objects.requireNonNullElse(request.getHeader("content-type"), ""), body);
    } catch (IOException e) {
      throw new Refusal(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
