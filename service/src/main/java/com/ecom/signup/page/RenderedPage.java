package com.ecom.signup.page;

import com.ecom.signup.template.Templates;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Renders views off the event loop, where the first one has to read and parse its templates. */
final class RenderedPage {
  private RenderedPage() {}

  /** Answers {@code GET} or {@code HEAD} with what is the same for everybody. */
  static void file(View view, RoutingContext context) {
    context
        .vertx()
        .executeBlocking(() -> Content.of(html(view)), false)
        .onSuccess(
            content -> {
              describe(view, context);
              Delivery.of(content, context);
            })
        .onFailure(context::fail);
  }

  /** Answers any method with what is for one person, and for now. */
  static void once(View view, int status, String caching, RoutingContext context) {
    context
        .vertx()
        .executeBlocking(() -> html(view), false)
        .onSuccess(
            html -> {
              describe(view, context);
              Delivery.once(html, status, caching, context);
            })
        .onFailure(context::fail);
  }

  private static byte[] html(View view) {
    return Templates.render(view.template(), view.frame().language(), view)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void describe(View view, RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", view.policy().header())
        .putHeader("Content-Type", MediaType.of(view.template()))
        .putHeader("Content-Language", view.frame().language().code());
  }
}
