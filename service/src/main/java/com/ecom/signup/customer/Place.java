package com.ecom.signup.customer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the next page of what was found goes on. It holds what was sorted by, which is personal.
 *
 * @param key what is sorted by first
 */
public record Place(String key, UUID id) {
  /** Before all. */
  public static final Place FIRST = new Place("", new UUID(0, 0));

  private static final int ID_LENGTH = 36;

  /** As one word, for a body. */
  public String word() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #word()} wrote; empty for anything else. */
  public static Optional<Place> parse(String word) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
      return text.length() < ID_LENGTH || text.indexOf(0) >= 0
          ? Optional.empty()
          : Optional.of(
              new Place(text.substring(ID_LENGTH), UUID.fromString(text.substring(0, ID_LENGTH))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Place[" + id + "]";
  }
}
