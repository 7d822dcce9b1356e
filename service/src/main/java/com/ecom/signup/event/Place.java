package com.ecom.signup.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a list of events that is ordered by time: where the next page goes on, whatever has
 * become of the event since.
 */
public record Place(OffsetDateTime time, EventId id) {
  /** Before all events. */
  public static final Place FIRST = new Place(OffsetDateTime.MIN, new EventId(new UUID(0, 0), 0));

  private static final char DIVIDER = '_';

  /** The place of an entry in the list of those that share its status. */
  public static Place of(Entry entry) {
    return at(entry.since(), entry.id());
  }

  /** The place of an event in a list that is ordered by this time. */
  public static Place at(Instant time, EventId id) {
    return new Place(time.atOffset(ZoneOffset.UTC), id);
  }

  /** Reads what {@link #toString()} wrote; empty for anything else. */
  public static Optional<Place> parse(String text) {
    int end = text.indexOf(DIVIDER);
    if (end < 0) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.parse(text.substring(0, end));
      return EventId.parse(text.substring(end + 1)).map(id -> at(time, id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return time.toInstant() + String.valueOf(DIVIDER) + id;
  }
}
