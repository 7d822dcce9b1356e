package com.ecom.signup.care;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a customer is deactivated or reactivated: a code, since free text would hold people's data.
 */
public enum Reason {
  /** The customer asked for it. */
  REQUESTED,
  /** Somebody abuses the account, or seems to. */
  ABUSE,
  /** Mails to the address come back. */
  UNREACHABLE,
  /** What was decided before was wrong. */
  MISTAKE,
  /** A doubt has been cleared up. */
  CLEARED;

  /** As it is written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a code. */
  public static Optional<Reason> of(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
  }
}
