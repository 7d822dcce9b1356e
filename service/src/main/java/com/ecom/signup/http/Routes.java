package com.ecom.signup.http;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.page.Pages;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which path and method leads where, and what the old service answered where nothing does: 404, 405
 * and, for a known path with slashes after it, 307 to the path without.
 */
@Singleton
final class Routes {
  private static final int FIRST = Integer.MIN_VALUE;
  private static final int LAST = Integer.MAX_VALUE;

  private final Map<String, Map<HttpMethod, Handler<RoutingContext>>> table = new HashMap<>();
  private final MeterRegistry meters;
  private final Pages pages;

  Routes(OldRoutes old, Pages pages, Environment environment, MeterRegistry meters) {
    this.meters = meters;
    this.pages = pages;
    on(HttpMethod.GET, "/", this::root);
    on(HttpMethod.POST, "/customer-registration", old::register);
    on(HttpMethod.POST, "/verify-registratration", old::verify);
    on(HttpMethod.POST, "/verify-registration", old::verify);
    pages.files().forEach(this::onGetAndHead);
    environment
        .inbox()
        .ifPresent(
            inbox ->
                onGetAndHead(
                    "/local", context -> Answers.redirect(context.request(), inbox.toString())));
  }

  private void on(HttpMethod method, String path, Handler<RoutingContext> handler) {
    table
        .computeIfAbsent(path, unknown -> new LinkedHashMap<>())
        .put(method, new Timed(handler, new ResponseTimes(meters, method, path)));
  }

  private void onGetAndHead(String path, Handler<RoutingContext> handler) {
    on(HttpMethod.GET, path, handler);
    on(HttpMethod.HEAD, path, handler);
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::dispatch);
    router.route().order(LAST).handler(context -> Answers.notFound(context.request()));
    router.errorHandler(404, context -> Answers.notFound(context.request()));
    router.errorHandler(500, context -> Answers.failed(context.request()));
  }

  private void dispatch(RoutingContext context) {
    String path = Objects.requireNonNullElse(context.request().path(), "");
    Map<HttpMethod, Handler<RoutingContext>> methods = table.get(path);
    if (methods == null) {
      elsewhere(context, path);
      return;
    }
    Handler<RoutingContext> handler = methods.get(context.request().method());
    if (handler == null) {
      Answers.notAllowed(context.request(), allowed(methods));
    } else {
      handler.handle(context);
    }
  }

  private static String allowed(Map<HttpMethod, Handler<RoutingContext>> methods) {
    return methods.keySet().stream().map(HttpMethod::name).collect(Collectors.joining(", "));
  }

  private void elsewhere(RoutingContext context, String path) {
    String bare = path.replaceFirst("/+$", "");
    if (bare.length() < path.length() && table.containsKey(bare)) {
      String query = context.request().query();
      Answers.redirect(context.request(), query == null ? bare : bare + "?" + query);
    } else {
      context.next();
    }
  }

  private void root(RoutingContext context) {
    if (MediaTypes.wantsHtml(context.request().getHeader("accept"))) {
      pages.signUp(context);
    } else {
      context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
      Answers.ok(context.request(), Answers.HELLO);
    }
  }
}
