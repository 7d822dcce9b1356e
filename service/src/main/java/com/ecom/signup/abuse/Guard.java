package com.ecom.signup.abuse;

import com.ecom.signup.abuse.Verdict.Reason;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Judges attempts to register, without asking the database or anybody.
 *
 * <p>A client is counted first, so that whatever it sends costs no more than that. An address is
 * counted last: what is refused for another reason takes none of what its owner may ask for.
 * Whether an address is registered plays no part, so a verdict does not tell.
 */
@Singleton
public final class Guard {
  private final Buckets clients;
  private final Buckets callers;
  private final Buckets addresses;
  private final FormTicket tickets;
  private final PageCheck pageCheck;
  private final DisposableDomains disposable;
  private final AbuseCounts counts;
  private final int challengeBits;

  Guard(
      AbuseSettings settings,
      FormTicket tickets,
      PageCheck pageCheck,
      DisposableDomains disposable,
      AbuseCounts counts,
      Ticker ticker) {
    this.clients = new Buckets(settings.clientRate(), Duration.ofMinutes(1), ticker);
    this.callers = new Buckets(settings.callerRate(), Duration.ofMinutes(1), ticker);
    this.addresses = new Buckets(settings.addressRate(), Duration.ofHours(1), ticker);
    this.tickets = tickets;
    this.pageCheck = pageCheck;
    this.disposable = disposable;
    this.counts = counts;
    this.challengeBits = settings.challengeBits();
  }

  /** What a form of the page is to be handed out with. */
  public Handout handOut() {
    return new Handout(tickets.issue(), challengeBits);
  }

  /** What a ticket says; empty if it was not handed out here, or too long ago. */
  public Optional<Ticket> ticket(String text) {
    return tickets.read(text);
  }

  /** Says what is to become of an attempt, and counts it. */
  public Verdict judge(Attempt attempt) {
    Optional<Duration> clientWait = bucketsFor(attempt).refuse(attempt.client());
    if (clientWait.isPresent()) {
      counts.clientTooFast();
      return new Verdict.TooMany(clientWait.get());
    }
    Optional<Reason> reason = reasonToRefuse(attempt);
    if (reason.isPresent()) {
      counts.refused(reason.get());
      return new Verdict.Refused(reason.get());
    }
    Optional<Duration> addressWait = addressWait(attempt);
    if (addressWait.isPresent()) {
      counts.addressTooOften();
      return new Verdict.TooMany(addressWait.get());
    }
    return named(attempt);
  }

  /** How long a client of the page has to wait before it may ask for anything else. */
  public Optional<Duration> ask(String client) {
    return clients.refuse(client);
  }

  /** A caller of the API registers many people; a person with a browser, a few. */
  private Buckets bucketsFor(Attempt attempt) {
    return switch (attempt.channel()) {
      case Channel.Page page -> clients;
      case Channel.Api() -> callers;
    };
  }

  /** A caller may send the same again; how many mails that makes is bounded elsewhere. */
  private Optional<Duration> addressWait(Attempt attempt) {
    return switch (attempt.channel()) {
      case Channel.Page page -> addresses.refuse(attempt.addressKey());
      case Channel.Api() -> Optional.empty();
    };
  }

  private Optional<Reason> reasonToRefuse(Attempt attempt) {
    Optional<Reason> ofPage =
        switch (attempt.channel()) {
          case Channel.Page page -> pageCheck.reasonToRefuse(page);
          case Channel.Api() -> Optional.empty();
        };
    return ofPage.or(
        () ->
            disposable.isDisposable(attempt.mailDomain())
                ? Optional.of(Reason.DISPOSABLE)
                : Optional.empty());
  }

  private Verdict named(Attempt attempt) {
    if (LinkInName.isIn(attempt.firstName()) || LinkInName.isIn(attempt.lastName())) {
      counts.quarantined();
      return new Verdict.Quarantine();
    }
    return new Verdict.Pass();
  }
}
