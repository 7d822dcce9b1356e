package com.ecom.signup.http;

import com.ecom.signup.abuse.Guard;
import com.ecom.signup.abuse.Ticket;
import com.ecom.signup.confirmation.PendingRegistration;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.OptIn;
import com.ecom.signup.consent.Origin;
import com.ecom.signup.consent.Wording;
import com.ecom.signup.consent.Wordings;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.http.SignUpPages.Result;
import com.ecom.signup.registration.Outcome;
import com.ecom.signup.registration.Registrations;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Registers who filled the form in: at once, or once the address is confirmed. */
@Singleton
final class PageRegistrations {
  private static final Origin PAGE = new Origin(Origin.Channel.PAGE, "/");

  private final Intake intake;
  private final Registrations registrations;
  private final Screen screen;
  private final Guard guard;
  private final OptIn optIn;

  PageRegistrations(
      Intake intake, Registrations registrations, Screen screen, Guard guard, OptIn optIn) {
    this.intake = intake;
    this.registrations = registrations;
    this.screen = screen;
    this.guard = guard;
    this.optIn = optIn;
  }

  /** One ticket is one registration, however often its form is sent. */
  UUID id(Submission submission) {
    return guard
        .ticket(submission.fields().value("ticket"))
        .map(Ticket::id)
        .orElseGet(UUID::randomUUID);
  }

  void register(
      RoutingContext context,
      Submission submission,
      CustomerDetails details,
      UUID id,
      boolean quarantined,
      Consumer<Result> then) {
    Optional<Wording> agreed =
        submission.agrees()
            ? Optional.of(Wordings.current(Consents.MARKETING_EMAIL, submission.language().code()))
            : Optional.empty();
    if (intake.confirms() || quarantined) {
      intake.receive(
          details,
          pending(context, submission, details, id, agreed, quarantined),
          context,
          received -> then.accept(result(received)));
    } else {
      registrations.register(
          details,
          agreed.map(wording -> optIn.of(wording, PAGE, false)).stream().toList(),
          EventLoop.of(context),
          outcome -> then.accept(result(outcome)));
    }
  }

  private PendingRegistration pending(
      RoutingContext context,
      Submission submission,
      CustomerDetails details,
      UUID id,
      Optional<Wording> agreed,
      boolean quarantined) {
    return new PendingRegistration(
        id,
        submission.form(),
        details.email().key(),
        submission.language(),
        PendingRegistration.Channel.PAGE,
        null,
        screen.mark(context.request()).shortHash(),
        agreed.map(Wording::hash).orElse(null),
        quarantined);
  }

  private static Result result(Intake.Receptions received) {
    return switch (received) {
      case RECEIVED -> Result.DONE;
      case ALREADY, TAKEN -> Result.TAKEN;
      case UNAVAILABLE -> Result.UNAVAILABLE;
      case KEY_REUSED, FAILED -> Result.FAILED;
    };
  }

  private static Result result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Registered registered -> Result.DONE;
      case Outcome.AlreadyRegistered known -> Result.DONE;
      case Outcome.AddressTaken taken -> Result.TAKEN;
      case Outcome.Unavailable unavailable -> Result.UNAVAILABLE;
      case Outcome.OfKey never -> Result.FAILED;
      case Outcome.Failed failed -> Result.FAILED;
    };
  }
}
