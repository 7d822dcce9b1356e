package com.ecom.signup.page;

import com.ecom.signup.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A page for each kind of problem, and one that lists them. */
final class ProblemPages {
  private static final String LIST = "/problems";

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%1$s – problems</title>
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/problems.css">
      </head>
      <body>
        <main>
          <h1>%1$s</h1>
      %2$s
        </main>
      </body>
      </html>
      """;

  private ProblemPages() {}

  /** What answers {@code GET} and {@code HEAD}, by exact path. */
  static Map<String, Handler<RoutingContext>> handlers() {
    Map<String, Handler<RoutingContext>> handlers = new HashMap<>();
    handlers.put(LIST, context -> send(list(), context));
    for (Problem problem : Problem.values()) {
      handlers.put(problem.type(), context -> send(page(problem), context));
    }
    return handlers;
  }

  private static void send(String html, RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", Policy.SIGN_UP.header())
        .putHeader("Content-Type", MediaType.of(".html"));
    Delivery.of(Content.of(html.getBytes(StandardCharsets.UTF_8)), context);
  }

  private static String list() {
    StringBuilder items = new StringBuilder("    <dl>\n");
    for (Problem problem : Problem.values()) {
      items.append(
          "      <dt><a href=\"%s\"><code>%s</code></a> %d</dt>%n      <dd>%s</dd>%n"
              .formatted(
                  problem.type(), problem.code(), problem.status(), escaped(problem.title())));
    }
    return FRAME.formatted("Problems", items.append("    </dl>"));
  }

  private static String page(Problem problem) {
    String body =
        """
            <p><code>%s</code>, HTTP status %d</p>
            <p>%s</p>
            <h2>What to do</h2>
            <p>%s</p>
            <p><a href="%s">All problems</a>, <a href="/docs">the documentation</a></p>\
        """
            .formatted(
                problem.code(),
                problem.status(),
                escaped(problem.meaning()),
                escaped(problem.remedy()),
                LIST);
    return FRAME.formatted(escaped(problem.title()), body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
