package com.ecom.signup.abuse;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads how many zero bits are asked for: more than 24 would keep a telephone busy for minutes. */
public final class ChallengeBits implements Converter<Integer> {
  private static final long serialVersionUID = 1;

  /**
   * Reads the value of a setting.
   *
   * @throws IllegalArgumentException if it is no number from 0 to 24
   */
  @Override
  public Integer convert(String value) {
    if (!value.matches("1?\\d|2[0-4]")) {
      throw new IllegalArgumentException(
          "expected a whole number from 0 to 24, got \"" + value + "\"");
    }
    return Integer.valueOf(value);
  }
}
