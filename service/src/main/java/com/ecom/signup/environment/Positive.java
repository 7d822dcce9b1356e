package com.ecom.signup.environment;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads a number that makes no sense below 1. */
public final class Positive implements Converter<Integer> {
  private static final long serialVersionUID = 1;

  /**
   * Reads the value of a setting.
   *
   * @throws IllegalArgumentException if it is no number from 1
   */
  @Override
  public Integer convert(String value) {
    if (!value.matches("0*[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException("expected a whole number from 1, got \"" + value + "\"");
    }
    return Integer.valueOf(value);
  }
}
