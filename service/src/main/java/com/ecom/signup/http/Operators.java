package com.ecom.signup.http;

import com.ecom.signup.abuse.ClientAddress;
import com.ecom.signup.abuse.TrustedProxies;
import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Callers;
import com.ecom.signup.access.Permission;
import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.audit.AuditTrail;
import com.ecom.signup.database.Database;
import com.ecom.signup.environment.Environment;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells who calls a route for operators, and lets those in who may. */
@Singleton
final class Operators {
  private static final Logger LOG = Logger.getLogger(Operators.class);

  /** Of the connections to the database, so many at most are theirs. */
  private static final int AT_ONCE = 2;

  private final Callers callers;
  private final TrustedProxies proxies;
  private final Database database;
  private final Counter refused;
  private final Counter denied;
  private @Nullable WorkerExecutor workers;
  private @Nullable WorkerExecutor carriers;

  Operators(Callers callers, Environment environment, Database database, MeterRegistry meters) {
    this.callers = callers;
    this.proxies = TrustedProxies.parse(environment.trustedProxies());
    this.database = database;
    refused =
        Counter.builder("signup.operator.requests.refused")
            .description("requests to operators' routes from nobody that is known")
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

  /** The threads for what takes as long as a file is long; they keep nobody else waiting. */
  synchronized WorkerExecutor carriers(Vertx vertx) {
    WorkerExecutor known = carriers;
    if (known == null) {
      known = vertx.createSharedWorkerExecutor("files", AT_ONCE, 1, TimeUnit.DAYS);
      carriers = known;
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

  /**
   * Whether the caller of a route is let in. The operator's token is known at once; for others, the
   * database or the OpenID provider may have to be asked.
   */
  Future<Admission> admit(RoutingContext context, Permission permission) {
    if (callers.isClosed()) {
      refuse();
      return Future.succeededFuture(new Admission.Closed());
    }
    String bearer = Bearer.of(context.request());
    Optional<Caller> operator = callers.operator(bearer);
    if (operator.isPresent() || !callers.mayBeKnown(bearer)) {
      return Future.succeededFuture(admission(operator, permission));
    }
    return workers(context.vertx())
        .executeBlocking(() -> callers.find(bearer), false)
        .map(caller -> admission(caller, permission));
  }

  /** Whether a caller, or nobody, is let in. */
  Admission admission(Optional<Caller> known, Permission permission) {
    if (known.isEmpty()) {
      refuse();
      return new Admission.Refused();
    }
    Caller caller = known.get();
    if (!caller.may(permission)) {
      denied.increment();
      return new Admission.Denied(caller);
    }
    return new Admission.Admitted(caller);
  }

  /** Counts somebody who is not known; the audit trail would be anybody's to fill. */
  void refuse() {
    refused.increment();
  }

  /** Records that a known caller was turned away. */
  void recordDenial(Actor actor, Permission permission) {
    try {
      database.inTransaction(
          connection -> {
            Map<String, String> details = Map.of("permission", permission.scope());
            AuditTrail.record(connection, actor, Action.ACCESS_DENIED, null, null, details);
            return true;
          });
    } catch (RuntimeException e) {
      LOG.warnf("A denial is not in the audit trail (%s)", e.getClass().getName());
    }
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
