package com.ecom.signup.transfer;

import java.util.Optional;
import java.util.Set;

/** Whether a column that is not known may be passed over. */
final class NameCheck {
  private NameCheck() {}

  /**
   * Why not; empty if the operator said so.
   *
   * @param ignored in any case, but for what sounds like a password: that has to be spelled
   */
  static Optional<Flaw> of(String name, Set<String> ignored) {
    if (Column.soundsSecret(name)) {
      return ignored.contains(name.strip()) ? Optional.empty() : Optional.of(Flaw.COLUMN_SECRET);
    }
    return ignored.stream().anyMatch(name.strip()::equalsIgnoreCase)
        ? Optional.empty()
        : Optional.of(Flaw.COLUMN_UNKNOWN);
  }
}
