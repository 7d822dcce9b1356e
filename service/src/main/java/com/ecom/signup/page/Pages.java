package com.ecom.signup.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Serves the documentation at {@code /docs} (Swagger UI) and {@code /redoc} (Redoc), the sign-up
 * page, and what they load from {@code /assets}. Nothing comes from another host, so the pages work
 * in a closed network and nobody else learns who reads them.
 */
@Singleton
public final class Pages {

  /** An explicit list: a path never turns into a file name, so none can climb out of a folder. */
  private static final List<String> ASSETS =
      List.of(
          "docs.css",
          "docs.js",
          "favicon.svg",
          "redoc.css",
          "redoc.js",
          "redoc.standalone.js",
          "signup.css",
          "signup.js",
          "swagger-ui-bundle.js",
          "swagger-ui.css");

  private final StaticFile signUp = StaticFile.page("signup.html", Policy.SIGN_UP);
  private final StaticFile swagger = StaticFile.page("docs.html", Policy.SWAGGER_UI);
  private final StaticFile redoc = StaticFile.page("redoc.html", Policy.REDOC);

  /**
   * Registers the routes. Only exact paths are answered: one with a trailing slash, or the name of
   * an unknown asset, is left to the routes that follow.
   */
  public void serve(Router router) {
    answer(router, "/docs", swagger);
    answer(router, "/redoc", redoc);
    for (String name : ASSETS) {
      answer(router, "/assets/" + name, StaticFile.asset(name));
    }
  }

  /**
   * Answers with the sign-up page. For {@code GET} and {@code HEAD} of a path where other clients
   * get something else: the answer varies by {@code Accept}.
   */
  public void signUp(RoutingContext context) {
    context.response().putHeader("Vary", "Accept");
    signUp.send(context);
  }

  private static void answer(Router router, String path, StaticFile file) {
    exact(router, path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(file::send);
    exact(router, path).handler(Pages::refuseMethod);
  }

  /** By expression, because Vert.x takes a plain path with and without a trailing slash. */
  private static Route exact(Router router, String path) {
    return router.routeWithRegex(path.replace(".", "\\."));
  }

  private static void refuseMethod(RoutingContext context) {
    context
        .response()
        .setStatusCode(405)
        .putHeader("Allow", "GET, HEAD")
        .putHeader("Content-Type", "application/json")
        .end("{\"detail\":\"Method Not Allowed\"}");
  }
}
