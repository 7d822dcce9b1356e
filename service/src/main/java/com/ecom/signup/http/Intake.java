package com.ecom.signup.http;

import com.ecom.signup.confirmation.PendingRegistration;
import com.ecom.signup.confirmation.Reception;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Policies;
import com.ecom.signup.registration.Registrations;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/**
 * Where registrations go that are to be confirmed. Where existence is no secret, who holds the
 * address is looked at first; where it is, nothing is looked at.
 */
@Singleton
final class Intake {
  private final Policies policies;
  private final Reception reception;
  private final Registrations registrations;
  private final People people;
  private final Gate gate;

  Intake(
      Environment environment,
      Reception reception,
      Registrations registrations,
      People people,
      Gate gate) {
    this.policies = environment.policies();
    this.reception = reception;
    this.registrations = registrations;
    this.people = people;
    this.gate = gate;
  }

  /** Whether registrations are to be confirmed here. */
  boolean confirms() {
    return policies.confirms();
  }

  /** Whether one is turned away now. */
  boolean turnsAway(RoutingContext context) {
    return gate.turnsAway(context) || (confirms() ? reception.isBusy() : registrations.isBusy());
  }

  /** Takes a registration, if the address may be told to be free. */
  void receive(
      CustomerDetails details,
      PendingRegistration pending,
      RoutingContext context,
      Consumer<Receptions> then) {
    if (policies.isUniform()) {
      receive(pending, context, then);
      return;
    }
    people
        .workers(context.vertx())
        .executeBlocking(() -> registrations.holder(details), false)
        .onSuccess(
            holder -> {
              switch (holder) {
                case NOBODY -> receive(pending, context, then);
                case SAME -> then.accept(Receptions.ALREADY);
                case OTHER -> then.accept(Receptions.TAKEN);
              }
            })
        .onFailure(failure -> then.accept(Receptions.UNAVAILABLE));
  }

  private void receive(
      PendingRegistration pending, RoutingContext context, Consumer<Receptions> then) {
    reception.receive(
        pending,
        EventLoop.of(context),
        receipt ->
            then.accept(
                switch (receipt) {
                  case RECEIVED -> Receptions.RECEIVED;
                  case KEY_REUSED -> Receptions.KEY_REUSED;
                  case UNAVAILABLE -> Receptions.UNAVAILABLE;
                  case FAILED -> Receptions.FAILED;
                }));
  }

  /** What became of it. */
  enum Receptions {
    RECEIVED,
    /** The same customer with the same details is registered. */
    ALREADY,
    TAKEN,
    KEY_REUSED,
    UNAVAILABLE,
    FAILED
  }
}
