package com.ecom.signup.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which path and method leads where. Paths without parameters are found at once. */
final class RouteTable {
  private final Map<String, Map<HttpMethod, Handler<RoutingContext>>> paths = new HashMap<>();
  private final Map<PathPattern, Map<HttpMethod, Handler<RoutingContext>>> patterns =
      new LinkedHashMap<>();
  private final Map<String, Call> calls = new HashMap<>();
  private final MeterRegistry meters;
  private final boolean logged;

  /**
   * @param logged whether each request gets a line in the log
   */
  RouteTable(MeterRegistry meters, boolean logged) {
    this.meters = meters;
    this.logged = logged;
  }

  /**
   * Adds a route, and times its answers.
   *
   * @param path may have parameters, as in {@code /v1/customers/{id}}
   */
  void on(HttpMethod method, String path, Handler<RoutingContext> handler) {
    methods(path).put(method, timed(method.name(), path, handler));
  }

  /**
   * Adds a route for a call that may be turned away before it is let in.
   *
   * @param busy what it is told then
   */
  void onCall(String path, Handler<RoutingContext> handler, BusyAnswer busy) {
    Timed route = timed(HttpMethod.POST.name(), path, handler);
    methods(path).put(HttpMethod.POST, route);
    calls.put(route.route(), new Call(route, busy));
  }

  /** A route, and what its clients are told that are turned away. */
  record Call(Timed route, BusyAnswer busy) {}

  /**
   * The call that a request makes; null if it makes none, or says so in an unusual way.
   *
   * @param target its method and its path, with its query if it has one
   */
  @Nullable Call call(String target) {
    return calls.get(target);
  }

  /** Times what no route answers, as one, whatever the path is. */
  Timed elsewhere(Handler<RoutingContext> handler) {
    return timed("any", "elsewhere", handler);
  }

  private Timed timed(String method, String path, Handler<RoutingContext> handler) {
    return new Timed(handler, new ResponseTimes(meters, method, path), method + ' ' + path, logged);
  }

  void onGetAndHead(String path, Handler<RoutingContext> handler) {
    on(HttpMethod.GET, path, handler);
    on(HttpMethod.HEAD, path, handler);
  }

  private Map<HttpMethod, Handler<RoutingContext>> methods(String path) {
    return PathPattern.isOne(path)
        ? patterns.computeIfAbsent(PathPattern.of(path), unknown -> new LinkedHashMap<>())
        : paths.computeIfAbsent(path, unknown -> new LinkedHashMap<>());
  }

  boolean has(String path) {
    return paths.containsKey(path);
  }

  /** What there is at a path; its parameters are told to the context. Null if there is nothing. */
  @Nullable Map<HttpMethod, Handler<RoutingContext>> find(String path, RoutingContext context) {
    Map<HttpMethod, Handler<RoutingContext>> methods = paths.get(path);
    return methods == null && mayHaveParameters(path) ? matching(path, context) : methods;
  }

  private static boolean mayHaveParameters(String path) {
    return path.startsWith(Routes.V1) || path.startsWith(Console.UNDER);
  }

  private @Nullable Map<HttpMethod, Handler<RoutingContext>> matching(
      String path, RoutingContext context) {
    List<String> segments = List.of(path.split("/", -1));
    for (var entry : patterns.entrySet()) {
      if (entry.getKey().matches(segments, context)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
