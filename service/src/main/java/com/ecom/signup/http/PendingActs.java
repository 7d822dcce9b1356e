package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.confirmation.PendingRegistrations;
import com.ecom.signup.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds registrations that wait for somebody to confirm the address, and writes to it again. */
@Singleton
final class PendingActs {
  private final PendingRegistrations pending;

  PendingActs(PendingRegistrations pending) {
    this.pending = pending;
  }

  /** Those of an address in any spelling; empty if it is no address. */
  Optional<List<PendingRegistrations.Entry>> of(AuditedCall call, String address) {
    return pending.of(
        address,
        (connection, count) ->
            call.audit(
                connection,
                Action.REGISTRATIONS_FOUND,
                null,
                Map.of("count", String.valueOf(count))));
  }

  /**
   * Sends the mail once more.
   *
   * @throws Refusal if there is no registration that can be confirmed
   */
  void sendAgain(AuditedCall call, UUID id) {
    boolean sent =
        pending.sendAgain(
            id,
            connection -> {
              call.audit(connection, Action.CONFIRMATION_RESENT, id, Map.of());
              return true;
            });
    if (!sent) {
      throw new Refusal(Problem.REGISTRATION_UNKNOWN);
    }
  }
}
