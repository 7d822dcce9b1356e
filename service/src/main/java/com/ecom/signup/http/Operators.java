package com.ecom.signup.http;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Token;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets those in who have the operator's token (RFC 6750, section 2.1). */
@Singleton
final class Operators {
  /** Of the connections to the database, so many at most are theirs. */
  private static final int AT_ONCE = 2;

  private final Optional<Token> token;
  private final Counter refused;
  private @Nullable WorkerExecutor workers;

  Operators(Environment environment, MeterRegistry meters) {
    token = environment.operatorToken();
    refused =
        Counter.builder("signup.operator.requests.refused")
            .description("requests to operators' routes without the right token")
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
  enum Admission {
    ADMITTED,
    REFUSED,
    /** Nobody is: there is no token to compare with. */
    CLOSED
  }

  Admission admit(@Nullable String authorization) {
    Admission admission =
        token.map(known -> admission(known, authorization)).orElse(Admission.CLOSED);
    if (admission != Admission.ADMITTED) {
      refused.increment();
    }
    return admission;
  }

  private static Admission admission(Token known, @Nullable String authorization) {
    return Bearer.has(authorization, known) ? Admission.ADMITTED : Admission.REFUSED;
  }
}
