package com.ecom.signup.http;

import com.ecom.signup.abuse.Attempt;
import com.ecom.signup.abuse.Channel;
import com.ecom.signup.abuse.ClientAddress;
import com.ecom.signup.abuse.Guard;
import com.ecom.signup.abuse.TrustedProxies;
import com.ecom.signup.abuse.Verdict;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.environment.Environment;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Those who are not operators: who they are by their address, and what may wait for them. */
@Singleton
final class People {
  /** Of the connections to the database, so many at most are theirs. */
  private static final int AT_ONCE = 4;

  private final Guard guard;
  private final TrustedProxies proxies;
  private @Nullable WorkerExecutor workers;

  People(Guard guard, Environment environment) {
    this.guard = guard;
    this.proxies = TrustedProxies.parse(environment.trustedProxies());
  }

  /** The threads that may wait for the database on their behalf. */
  synchronized WorkerExecutor workers(Vertx vertx) {
    WorkerExecutor known = workers;
    if (known == null) {
      known = vertx.createSharedWorkerExecutor("people", AT_ONCE);
      workers = known;
    }
    return known;
  }

  /** What is to become of an attempt to register. */
  Verdict judge(HttpServerRequest request, CustomerDetails details, Channel channel) {
    String key = details.email().key();
    return guard.judge(
        new Attempt(
            client(request),
            key,
            key.substring(key.lastIndexOf('@') + 1),
            details.firstName(),
            details.lastName(),
            channel));
  }

  /** Whether somebody asks too much at once. */
  boolean asksTooMuch(HttpServerRequest request) {
    return guard.ask(client(request)).isPresent();
  }

  private String client(HttpServerRequest request) {
    return ClientAddress.of(
        request.remoteAddress().hostAddress(),
        request.headers().getAll("x-forwarded-for"),
        proxies);
  }
}
