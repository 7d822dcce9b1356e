package com.ecom.signup.http;

import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Executor;

/** Where a request lives. */
final class EventLoop {
  private EventLoop() {}

  /** The event loop of the connection: it alone writes to it. */
  static Executor of(RoutingContext context) {
    return ((ContextInternal) context.vertx().getOrCreateContext()).nettyEventLoop();
  }
}
