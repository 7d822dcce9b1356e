package com.ecom.signup.page;

import com.ecom.signup.page.Content.Representation;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/** Negotiates the coding, spares what the client has already, and hardens the answer. */
final class Delivery {

  private Delivery() {}

  static void of(Content content, RoutingContext context) {
    boolean compressed = takesGzip(context);
    Representation chosen = compressed ? content.gzip() : content.plain();
    HttpServerResponse response = context.response();
    describe(response.headers(), chosen);
    if (isKnown(chosen, context.request())) {
      response.headers().remove("Content-Type");
      response.setStatusCode(304).end();
      return;
    }
    if (compressed) {
      response.putHeader("Content-Encoding", "gzip");
    }
    end(response, chosen, context.request().method());
  }

  /**
   * Sends what nobody has already; compressed, values of a person could be guessed by its length.
   */
  static void once(byte[] html, int status, String caching, RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    harden(response.headers());
    response.putHeader("Cache-Control", caching).setStatusCode(status);
    end(response, new Representation(Buffer.buffer(html), ""), context.request().method());
  }

  /**
   * The names of assets carry no version, so each use is revalidated: a page never meets the script
   * of another release, and the answer is nearly always an empty 304.
   */
  private static void describe(MultiMap headers, Representation chosen) {
    headers
        .add("Vary", "Accept-Encoding")
        .set("ETag", chosen.etag())
        .set("Cache-Control", "no-cache");
    harden(headers);
  }

  private static void harden(MultiMap headers) {
    headers
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        .set("Referrer-Policy", "same-origin");
  }

  private static boolean takesGzip(RoutingContext context) {
    return context.parsedHeaders().acceptEncoding().stream()
        .anyMatch(coding -> coding.value().equalsIgnoreCase("gzip") && coding.weight() > 0);
  }

  /** Compares weakly, as RFC 9110, 13.1.2, wants: proxies weaken the validators they pass on. */
  private static boolean isKnown(Representation chosen, HttpServerRequest request) {
    return request.headers().getAll("If-None-Match").stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(chosen.etag()));
  }

  private static void end(HttpServerResponse response, Representation chosen, HttpMethod method) {
    if (method.equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", Integer.toString(chosen.bytes().length())).end();
    } else {
      response.end(chosen.bytes());
    }
  }
}
