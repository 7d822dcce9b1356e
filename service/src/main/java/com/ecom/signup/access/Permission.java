package com.ecom.signup.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do. Its scope (RFC 6749, section 3.3) is its name for programs and stays. */
public enum Permission {
  CUSTOMERS_READ,
  CUSTOMERS_WRITE,
  CUSTOMERS_ERASE,
  /** Hands out all that is kept of one person, to whom it belongs (GDPR, articles 15 and 20). */
  CUSTOMERS_DISCLOSE,
  /** Takes everybody's data out. */
  CUSTOMERS_EXPORT,
  CUSTOMERS_IMPORT,
  EVENTS_READ,
  EVENTS_WRITE,
  /** Registrations that wait for a decision, and the mail domains that bring them there. */
  QUARANTINE_READ,
  QUARANTINE_WRITE,
  AUDIT_READ,
  KEYS_WRITE;

  /** As {@code customers:read}. */
  public String scope() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** Reads a scope; empty if it is none. */
  public static Optional<Permission> of(String scope) {
    return Arrays.stream(values()).filter(known -> known.scope().equals(scope)).findFirst();
  }
}
