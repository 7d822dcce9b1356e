package com.ecom.signup.abuse;

import com.ecom.signup.abuse.Verdict.Reason;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at what the page sent back for signs that nobody sat before it. */
@Singleton
final class PageCheck {
  private final FormTicket tickets;
  private final Clock clock;
  private final Duration minFillTime;
  private final int challengeBits;

  PageCheck(FormTicket tickets, Clock clock, AbuseSettings settings) {
    this.tickets = tickets;
    this.clock = clock;
    this.minFillTime = settings.minFillTime();
    this.challengeBits = settings.challengeBits();
  }

  Optional<Reason> reasonToRefuse(Channel.Page page) {
    if (page.honeypot() != null && !page.honeypot().isEmpty()) {
      return Optional.of(Reason.HONEYPOT);
    }
    String text = page.ticket() == null ? "" : page.ticket();
    Optional<Ticket> ticket = tickets.read(text);
    if (ticket.isEmpty()) {
      return Optional.of(Reason.CHALLENGE);
    }
    if (isTooFast(ticket.get())) {
      return Optional.of(Reason.TOO_FAST);
    }
    return isSolved(text, page.solution()) ? Optional.empty() : Optional.of(Reason.CHALLENGE);
  }

  /** A ticket of the future says that clocks differ, and nothing of how long it took. */
  private boolean isTooFast(Ticket ticket) {
    Duration taken = Duration.between(ticket.issuedAt(), clock.instant());
    return !taken.isNegative() && taken.compareTo(minFillTime) < 0;
  }

  private boolean isSolved(String ticket, @Nullable String solution) {
    return challengeBits == 0
        || (solution != null && ProofOfWork.solves(ticket, solution, challengeBits));
  }
}
