package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import com.ecom.signup.trace.Span;
import com.ecom.signup.trace.Traces;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A handler of a route, with how long its answers take from the head of the request, their span,
 * and their line in the log if that is wanted.
 *
 * @param route method and path, with its parameters by name
 */
record Timed(Handler<RoutingContext> handler, ResponseTimes times, String route, boolean logged)
    implements Handler<RoutingContext> {
  private static final Logger ACCESS = Logger.getLogger("com.ecom.signup.access");
  private static final int FAULT = 500;

  @Override
  public void handle(RoutingContext context) {
    long start = System.nanoTime();
    HttpServerResponse response = context.response();
    Span span = Traces.request(route, context.request().getHeader("traceparent"));
    response.endHandler(ended -> ended(response, span, System.nanoTime() - start));
    handler.handle(context);
  }

  /**
   * Tells of a request that was turned away before it came here. It has no span.
   *
   * @param id of the request
   * @param nanoseconds since it was read
   */
  void turnedAway(String id, long nanoseconds) {
    times.record(Problem.BUSY.status(), nanoseconds);
    log(Problem.BUSY.status(), nanoseconds, id);
  }

  private void ended(HttpServerResponse response, Span span, long nanoseconds) {
    int status = response.getStatusCode();
    times.record(status, nanoseconds);
    span.tell("http.response.status_code", status);
    if (status >= FAULT) {
      span.failed(String.valueOf(status));
    }
    span.close();
    log(status, nanoseconds, response.headers().get(RequestIds.HEADER));
  }

  private void log(int status, long nanoseconds, String id) {
    if (logged) {
      ACCESS.infof("%s %d %d ms %s", route, status, TimeUnit.NANOSECONDS.toMillis(nanoseconds), id);
    }
  }
}
