package com.ecom.signup.registration;

import com.ecom.signup.environment.Positive;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads how many batches of registrations are in flight at once. */
public final class Lanes implements Converter<Integer> {
  /** One on a single processor, else two. */
  static final String AUTO = "auto";

  private static final long serialVersionUID = 1;
  private static final int MOST = 2;

  /**
   * Reads the value of a setting.
   *
   * @throws IllegalArgumentException if it is neither {@link #AUTO} nor a number from 1
   */
  @Override
  public Integer convert(String value) {
    return value.equals(AUTO)
        ? forProcessors(Runtime.getRuntime().availableProcessors())
        : new Positive().convert(value);
  }

  static int forProcessors(int processors) {
    return Math.min(processors, MOST);
  }
}
