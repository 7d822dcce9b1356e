package com.ecom.signup.http;

import com.ecom.signup.abuse.ClientAddress;
import com.ecom.signup.abuse.TrustedProxies;
import com.ecom.signup.admission.RequestHead;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Names each request, in its answer and in the log lines that it leads to. A name that a trusted
 * proxy gives is kept, so that its log and ours tell of the same; anybody else could fill a log
 * with what they like.
 */
final class RequestIds {
  static final CharSequence HEADER = HttpHeaders.createOptimized("x-request-id");
  private static final CharSequence AMAZON = HttpHeaders.createOptimized("x-amzn-trace-id");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._=;:+/-]{1,128}");
  private static final String IN_LOG = "request_id";

  private final TrustedProxies proxies;

  RequestIds(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  void name(HttpServerRequest request) {
    String name =
        name(
            request.getHeader(HEADER),
            request.getHeader(AMAZON),
            () -> request.remoteAddress().hostAddress());
    request.response().putHeader(HEADER, name);
    MDC.put(IN_LOG, name);
  }

  /**
   * The name of a request.
   *
   * @param peer the address that it comes from
   */
  String name(RequestHead request, InetAddress peer) {
    return name(
        request.header(HEADER.toString()), request.header(AMAZON.toString()), peer::getHostAddress);
  }

  /** The name that the request has got. */
  static String of(HttpServerRequest request) {
    return String.valueOf(request.response().headers().get(HEADER));
  }

  private String name(@Nullable String given, @Nullable String amazon, Supplier<String> peer) {
    String candidate = given == null ? amazon : given;
    return candidate != null
            && SAFE.matcher(candidate).matches()
            && ClientAddress.isOneOf(proxies, peer.get())
        ? candidate
        : made();
  }

  /** No secret: it has to be rare only, cheap, and of one length, as all answers are. */
  private static String made() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
