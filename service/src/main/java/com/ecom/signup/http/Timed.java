package com.ecom.signup.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A handler of a route, and how long its answers take from the head of the request. */
record Timed(Handler<RoutingContext> handler, ResponseTimes times)
    implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    long start = System.nanoTime();
    HttpServerResponse response = context.response();
    response.endHandler(ended -> times.record(response.getStatusCode(), System.nanoTime() - start));
    handler.handle(context);
  }
}
