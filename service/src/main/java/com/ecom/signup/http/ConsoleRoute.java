package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.http.PageAnswers.Answer;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * A page of the console, or a form on one: for those who are in a session and have the permission.
 * Forms of other sites are refused.
 */
record ConsoleRoute(Console console, Permission permission, Operation operation)
    implements Handler<RoutingContext> {
  /** What a page has that is only looked at. */
  static final FormFields NO_FIELDS = new FormFields(Map.of());

  /** What is shown or done. */
  @FunctionalInterface
  interface Operation {
    Answer on(ConsoleCall call);
  }

  @Override
  public void handle(RoutingContext context) {
    if (context.request().method().equals(HttpMethod.GET)) {
      console.answer(context, NO_FIELDS, permission, operation);
    } else {
      FormFields.read(
          context.request(), fields -> console.answer(context, fields, permission, operation));
    }
  }
}
