package com.ecom.signup.customer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the list ended, and the next goes on.
 *
 * @param time of registration, where the list is ordered by it
 */
public record Position(@Nullable Instant time, UUID id) {
  /** Before all. */
  public static final Position FIRST = new Position(null, new UUID(0, 0));

  private static final char BETWEEN = '_';

  /** Whether a list of these ends there. */
  public boolean isIn(Filter filter) {
    return (time != null) == filter.isOfTime();
  }

  /** As one word: {@code TIME_ID}, or the id alone. */
  public String word() {
    return time == null ? id.toString() : time + String.valueOf(BETWEEN) + id;
  }

  /** Reads what {@link #word()} wrote; empty for anything else. */
  public static Optional<Position> parse(String word) {
    try {
      int end = word.indexOf(BETWEEN);
      Instant time = end < 0 ? null : Instant.parse(word.substring(0, end));
      String rest = word.substring(end + 1);
      UUID id = UUID.fromString(rest);
      return id.toString().equalsIgnoreCase(rest)
          ? Optional.of(new Position(time, id))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
