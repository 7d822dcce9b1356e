package com.ecom.signup.consent;

import com.ecom.signup.consent.Consents.Outcome;
import com.ecom.signup.consent.Standing.State;
import com.ecom.signup.consent.Statement.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one customer said of one purpose, and the rules of what follows from it: the latest
 * statement counts. What is merely implied revives nothing that was withdrawn and takes the place
 * of nothing that was agreed to; nor does what still needs a confirmation.
 *
 * @param entries in their order
 */
record History(String purpose, List<Entry> entries) {

  /** What recording this would come to. */
  Outcome outcome(Statement given) {
    Entry current = current();
    if (current == null) {
      return Outcome.RECORDED;
    }
    Instant then = given.occurredAt();
    if (current.is(Act.WITHDRAWN) && then != null && then.isBefore(current.occurredAt())) {
      return Outcome.WITHDRAWN_BEFORE;
    }
    return outcome(current.statement(), given);
  }

  private static Outcome outcome(Statement current, Statement given) {
    if (current.act() == Act.WITHDRAWN && given.isImplied()) {
      return Outcome.WITHDRAWN_BEFORE;
    }
    if (current.isExpressGrant() && (given.isImplied() || given.act() == Act.ASKED)) {
      return Outcome.EXPRESS_STANDS;
    }
    return Outcome.RECORDED;
  }

  /** The entry that counts. */
  private @Nullable Entry current() {
    Entry current = null;
    for (Entry entry : entries) {
      if (current == null || replaces(entry, current)) {
        current = entry;
      }
    }
    return current;
  }

  /** Of two purchases or inquiries the one counts that lasts longer. */
  private static boolean replaces(Entry entry, Entry current) {
    return outcome(current.statement(), entry.statement()) == Outcome.RECORDED
        && !current.outlasts(entry);
  }

  boolean isWithdrawn() {
    Entry current = current();
    return current != null && current.is(Act.WITHDRAWN);
  }

  /** What was asked last, unless it was granted, confirmed or withdrawn since. */
  Optional<Wording> outstanding() {
    for (Entry entry : entries.reversed()) {
      Statement statement = entry.statement();
      if (statement.act() == Act.ASKED) {
        return Optional.ofNullable(statement.wording());
      }
      if (!statement.isImplied()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  Standing at(Instant now) {
    Entry current = current();
    if (current == null) {
      return Standing.none(purpose);
    }
    Statement statement = current.statement();
    Wording wording = statement.wording();
    return new Standing(
        purpose,
        state(current, now),
        statement.basis(),
        current.occurredAt(),
        current.expiresAt(),
        wording == null ? null : wording.version(),
        statement.language());
  }

  private static State state(Entry entry, Instant now) {
    Instant end = entry.expiresAt();
    return switch (entry.statement().act()) {
      case ASKED -> State.ASKED;
      case WITHDRAWN -> State.WITHDRAWN;
      case GRANTED, CONFIRMED -> end == null || now.isBefore(end) ? State.GRANTED : State.EXPIRED;
    };
  }
}
