package com.ecom.signup.page;

import com.ecom.signup.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page for each kind of problem, and one that lists them. */
final class ProblemPages {
  private ProblemPages() {}

  /** What answers {@code GET} and {@code HEAD}, by exact path. */
  static Map<String, Handler<RoutingContext>> handlers() {
    Map<String, Handler<RoutingContext>> handlers = new HashMap<>();
    handlers.put("/problems", context -> send(List.of(Problem.values()), context));
    for (Problem problem : Problem.values()) {
      handlers.put(problem.type(), context -> send(List.of(problem), context));
    }
    return handlers;
  }

  private static void send(List<Problem> problems, RoutingContext context) {
    context.response().putHeader("Vary", "Accept-Language");
    RenderedPage.file(new ProblemView(Frame.of(context.request()), problems), context);
  }
}
