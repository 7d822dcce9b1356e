package com.ecom.signup.transfer;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of customers that is taken in, and how far it has come.
 *
 * @param startedBy who sent it
 * @param failure why no more of it is taken: a rule and a place; null if it is
 * @param position how many bytes of it, unpacked, are done
 */
public record Import(
    UUID id,
    Format format,
    boolean events,
    String startedBy,
    Status status,
    @Nullable String failure,
    Instant startedAt,
    @Nullable Instant endedAt,
    long position,
    Counts counts) {

  /** How an import stands. */
  public enum Status {
    RUNNING,
    /** Whoever worked on it has gone; it goes on when the same file is sent again. */
    INTERRUPTED,
    /** The file is of no use from some place on. */
    FAILED,
    FINISHED,
    CANCELLED
  }

  /** How it stands and how many rows it has had, for the audit trail. */
  public Map<String, String> summary() {
    return Map.of(
        "status", status.name().toLowerCase(Locale.ROOT),
        "added", Long.toString(counts.added()),
        "same", Long.toString(counts.same()),
        "refused", Long.toString(counts.refused()));
  }

  boolean isOver() {
    return status == Status.FINISHED || status == Status.CANCELLED;
  }
}
