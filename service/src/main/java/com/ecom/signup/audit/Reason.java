package com.ecom.signup.audit;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why somebody looks at the data of another, in a few words of their own. */
public final class Reason {
  /** No address of a person fits, since a reason outlives the erasure of a customer. */
  private static final Pattern FORM = Pattern.compile("[^\\p{C}@]{1,200}");

  private Reason() {}

  /** Reads a reason; empty if it is not 1 to 200 characters, or has an address. */
  public static Optional<String> read(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(reason -> FORM.matcher(reason).matches());
  }
}
