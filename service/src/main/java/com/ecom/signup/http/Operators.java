package com.ecom.signup.http;

import com.ecom.signup.abuse.ClientAddress;
import com.ecom.signup.abuse.TrustedProxies;
import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.audit.AuditTrail;
import com.ecom.signup.database.Database;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Token;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who calls a route for operators, and lets those in who may. */
@Singleton
final class Operators {
  /** Of the connections to the database, so many at most are theirs. */
  private static final int AT_ONCE = 2;

  private final Optional<Token> token;
  private final TrustedProxies proxies;
  private final Database database;
  private final Counter refused;
  private final Counter denied;
  private @Nullable WorkerExecutor workers;

  Operators(Environment environment, Database database, MeterRegistry meters) {
    this.token = environment.operatorToken();
    this.proxies = TrustedProxies.parse(environment.trustedProxies());
    this.database = database;
    refused =
        Counter.builder("signup.operator.requests.refused")
            .description("requests to operators' routes without the right token")
            .register(meters);
    denied =
        Counter.builder("signup.operator.requests.denied")
            .description("requests to operators' routes by known callers without the permission")
            .register(meters);
  }

  /** The threads that may wait for the database on behalf of operators. */
  synchronized WorkerExecutor workers(Vertx vertx) {
    WorkerExecutor known = workers;
    if (known == null) {
      known = vertx.createSharedWorkerExecutor("operators", AT_ONCE);
      workers = known;
    }
    return known;
  }

  /** Whether somebody is let in. */
  sealed interface Admission {
    record Admitted(Caller caller) implements Admission {}

    /** Nobody knows who it is. */
    record Refused() implements Admission {}

    /** It is known who it is, and that they may not. */
    record Denied(Caller caller) implements Admission {}

    /** Nobody is: there is nothing to know callers by. */
    record Closed() implements Admission {}
  }

  Admission admit(HttpServerRequest request, Permission permission) {
    Admission admission =
        token
            .map(known -> admission(known, request.getHeader("authorization"), permission))
            .orElseGet(Admission.Closed::new);
    switch (admission) {
      case Admission.Admitted admitted -> {}
      case Admission.Denied known -> denied.increment();
      case Admission.Refused unknown -> refused.increment();
      case Admission.Closed closed -> refused.increment();
    }
    return admission;
  }

  private static Admission admission(
      Token known, @Nullable String authorization, Permission permission) {
    if (!Bearer.has(authorization, known)) {
      return new Admission.Refused();
    }
    Caller caller = Caller.OPERATOR_TOKEN;
    return caller.may(permission) ? new Admission.Admitted(caller) : new Admission.Denied(caller);
  }

  /** Records that a known caller was turned away; whoever is unknown is only counted. */
  void recordDenial(Actor actor, Permission permission) {
    database.inTransaction(
        connection -> {
          AuditTrail.record(
              connection,
              actor,
              Action.ACCESS_DENIED,
              null,
              null,
              Map.of("permission", permission.scope()));
          return true;
        });
  }

  /** Who calls, and from where, as the audit trail has it. */
  Actor actor(Caller caller, HttpServerRequest request) {
    return new Actor(
        caller.subject(),
        caller.kind().word(),
        ClientAddress.of(
            request.remoteAddress().hostAddress(),
            request.headers().getAll("x-forwarded-for"),
            proxies),
        RequestIds.of(request));
  }
}
