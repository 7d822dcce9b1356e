package com.ecom.signup.http;

import com.ecom.signup.abuse.TrustedProxies;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.page.Pages;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.trace.Traces;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Sends each request where it belongs, and answers where nothing does: under {@code /v1} with a
 * problem; elsewhere as the old service did, with 404, 405 and, for a known path with slashes after
 * it, 307 to the path without.
 */
@Singleton
final class Routes {
  static final String V1 = "/v1/";

  private static final Logger LOG = Logger.getLogger(Routes.class);

  private static final int FIRST = Integer.MIN_VALUE;
  private static final int LAST = Integer.MAX_VALUE;

  private final RouteTable table;
  private final Timed elsewhere;
  private final RequestIds ids;
  private final Hardening hardening;

  Routes(
      Instance<RouteSource> sources,
      Pages pages,
      Environment environment,
      HttpSettings settings,
      Config config,
      MeterRegistry meters) {
    SlowClients.cutAfter(settings.clientPatience());
    FunctionCounter.builder("signup.slow.clients.cut", this, self -> SlowClients.cut())
        .description("connections closed for sending or reading too slowly")
        .register(meters);
    this.ids = new RequestIds(TrustedProxies.parse(environment.trustedProxies()));
    this.hardening = new Hardening(environment);
    this.table = new RouteTable(meters, settings.accessLog());
    TurnedAway turnedAway = new TurnedAway(table, ids, hardening, meters);
    NewConnections.admit(config, settings.unreadTime(), turnedAway);
    this.elsewhere = table.elsewhere(this::elsewhere);
    sources.forEach(source -> source.declare(table));
    pages.files().forEach(table::onGetAndHead);
    environment
        .inbox()
        .ifPresent(
            inbox ->
                table.onGetAndHead(
                    "/local", context -> Answers.redirect(context.request(), inbox.toString())));
  }

  void install(@Observes Router router) {
    if (Traces.areOn()) {
      LOG.info("Traces are on");
    }
    router.route().order(FIRST).handler(this::dispatch);
    router.route().order(LAST).handler(context -> Answers.notFound(context.request()));
    router.errorHandler(404, context -> Answers.notFound(context.request()));
    router.errorHandler(500, context -> Answers.failed(context.request()));
  }

  private void dispatch(RoutingContext context) {
    hardening.add(context.response().headers());
    ids.name(context.request());
    Map<HttpMethod, Handler<RoutingContext>> methods = table.find(path(context), context);
    Handler<RoutingContext> handler =
        methods == null ? null : methods.get(context.request().method());
    (handler == null ? elsewhere : handler).handle(context);
  }

  private static String path(RoutingContext context) {
    return Objects.requireNonNullElse(context.request().path(), "");
  }

  private static String allowed(Map<HttpMethod, Handler<RoutingContext>> methods) {
    return methods.keySet().stream()
        .map(HttpMethod::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static void refuseMethod(HttpServerRequest request, String path, String allowed) {
    if (path.startsWith(V1)) {
      Problems.notAllowed(request, allowed);
    } else {
      Answers.notAllowed(request, allowed);
    }
  }

  private void elsewhere(RoutingContext context) {
    String path = path(context);
    Map<HttpMethod, Handler<RoutingContext>> methods = table.find(path, context);
    if (methods == null) {
      nowhere(context, path);
    } else {
      refuseMethod(context.request(), path, allowed(methods));
    }
  }

  private void nowhere(RoutingContext context, String path) {
    String bare = path.replaceFirst("/+$", "");
    if (bare.length() < path.length() && table.has(bare)) {
      String query = context.request().query();
      Answers.redirect(context.request(), query == null ? bare : bare + "?" + query);
    } else if (path.startsWith(V1)) {
      Problems.send(context.request(), Problem.NOT_FOUND);
    } else {
      context.next();
    }
  }
}
