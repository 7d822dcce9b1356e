package com.ecom.signup.abuse;

import org.jspecify.annotations.Nullable;

/** The way a registration came. */
public sealed interface Channel {
  /** From a program that registers for somebody. */
  record Api() implements Channel {}

  /**
   * From the page, with what it was to send back.
   *
   * @param ticket that the form was handed out with
   * @param honeypot what stands in the field that no person sees
   * @param solution of the work that the form asked for
   */
  record Page(@Nullable String ticket, @Nullable String honeypot, @Nullable String solution)
      implements Channel {
    @Override
    public String toString() {
      return "Page[***]";
    }
  }
}
