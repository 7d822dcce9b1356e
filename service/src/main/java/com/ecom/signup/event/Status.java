package com.ecom.signup.event;

import java.util.Locale;
import java.util.Optional;

/** Where an event is. */
public enum Status {
  /** In the queue, for the first time or again. */
  WAITING,
  /** The topic has it. */
  DELIVERED,
  /** The topic kept refusing it; an operator decides. */
  PARKED,
  /** An operator decided that nobody will get it. */
  DISCARDED;

  /** The word for it in the interface. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of this word, if it is one. */
  public static Optional<Status> of(String word) {
    for (Status status : values()) {
      if (status.word().equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
