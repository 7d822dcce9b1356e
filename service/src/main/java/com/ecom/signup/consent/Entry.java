package com.ecom.signup.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the ledger has it.
 *
 * @param sequence counts the entries of one customer from 1, over all purposes
 * @param expiresAt null for what does not run out
 */
record Entry(int sequence, Statement statement, Instant occurredAt, @Nullable Instant expiresAt) {

  boolean is(Statement.Act act) {
    return statement.act() == act;
  }

  /** Whether both are implied and this is the one that lasts longer. */
  boolean outlasts(Entry other) {
    return expiresAt != null && other.expiresAt != null && expiresAt.isAfter(other.expiresAt);
  }
}
