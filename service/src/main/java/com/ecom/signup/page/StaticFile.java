package com.ecom.signup.page;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A file on the class path, read when it is first asked for and kept from then on. */
final class StaticFile {

  private final String resource;
  private final String mediaType;
  private final Policy policy;
  private volatile @Nullable Content content;

  private StaticFile(String resource, Policy policy) {
    this.resource = resource;
    this.mediaType = MediaType.of(resource);
    this.policy = policy;
  }

  static StaticFile page(String name, Policy policy) {
    return new StaticFile("/pages/" + name, policy);
  }

  static StaticFile document(String name) {
    return new StaticFile("/" + name, Policy.ASSET);
  }

  static StaticFile asset(String name) {
    return new StaticFile("/assets/" + name, Policy.ASSET);
  }

  /**
   * Answers {@code GET} or {@code HEAD}. The first time, reading and compressing take some
   * milliseconds per hundred kilobytes and happen off the event loop; two that come first at once
   * both read, which does no harm.
   */
  void send(RoutingContext context) {
    Content known = content;
    if (known != null) {
      send(known, context);
      return;
    }
    context
        .vertx()
        .executeBlocking(this::read, false)
        .onSuccess(read -> send(read, context))
        .onFailure(context::fail);
  }

  private void send(Content known, RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", policy.header())
        .putHeader("Content-Type", mediaType);
    Delivery.of(known, context);
  }

  private Content read() {
    try (InputStream stream = StaticFile.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      Content read = Content.of(stream.readAllBytes());
      content = read;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
