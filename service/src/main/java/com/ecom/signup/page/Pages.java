package com.ecom.signup.page;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves the documentation at {@code /docs} (Swagger UI) and {@code /redoc} (Redoc), the document
 * that they show, the sign-up page, a page for each problem, and what they load from {@code
 * /assets}. Nothing comes from another host, so the pages work in a closed network and nobody else
 * learns who reads them.
 */
@Singleton
public final class Pages {

  /** An explicit list: a path never turns into a file name, so none can climb out of a folder. */
  private static final List<String> ASSETS =
      List.of(
          "confirm.js",
          "console.css",
          "console.js",
          "dashboard.js",
          "docs.css",
          "docs.js",
          "favicon.svg",
          "htmx.min.js",
          "imports.js",
          "operations.css",
          "pages.css",
          "redoc.css",
          "redoc.js",
          "redoc.standalone.js",
          "signup.js",
          "swagger-ui-bundle.js",
          "swagger-ui.css",
          "uPlot.iife.min.js",
          "uPlot.min.css",
          "waiting.js");

  private final StaticFile swagger = StaticFile.page("docs.html", Policy.SWAGGER_UI);
  private final StaticFile redoc = StaticFile.page("redoc.html", Policy.REDOC);
  private final StaticFile openApi = StaticFile.document("openapi.json");

  /** What answers {@code GET} and {@code HEAD}, by exact path. */
  public Map<String, Handler<RoutingContext>> files() {
    Map<String, Handler<RoutingContext>> files = new HashMap<>();
    files.put("/docs", swagger::send);
    files.put("/redoc", redoc::send);
    files.put("/openapi.json", openApi::send);
    files.putAll(ProblemPages.handlers());
    for (String name : ASSETS) {
      files.put("/assets/" + name, StaticFile.asset(name)::send);
    }
    return files;
  }

  /**
   * Answers with the sign-up page. For {@code GET} and {@code HEAD} of a path where other clients
   * get something else: the answer varies by {@code Accept}. The browser may keep it, so that who
   * goes back finds what was typed.
   */
  public void signUp(RoutingContext context, SignUpView view) {
    context.response().putHeader("Vary", "Accept, Accept-Language");
    RenderedPage.once(view, 200, "private, no-cache", context);
  }

  /** Answers any method with a page for one person, which is kept nowhere. */
  public void show(RoutingContext context, int status, View view) {
    RenderedPage.once(view, status, "no-store", context);
  }
}
