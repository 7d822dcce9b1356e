package com.ecom.signup.consent;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where something was said.
 *
 * @param source which page or caller, as {@code /sign-up}; never who
 */
public record Origin(Channel channel, String source) {
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9/:_-]{0,99}");

  /**
   * Takes nothing that an address of a person or of a machine fits in.
   *
   * @throws IllegalArgumentException if the source looks like anything but a page or caller
   */
  public Origin {
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException(
          "the source of a consent is of another form; expected up to 100 letters, digits and / : _"
              + " -");
    }
  }

  /** The way that it took. */
  public enum Channel {
    PAGE,
    API,
    MAIL,
    ACCOUNT,
    IMPORT;

    /** As it is stored. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Channel ofKey(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }
}
