package com.ecom.signup.audit;

import java.util.Locale;

/**
 * What was done. Its word stays as it is: it is part of what is hashed, and programs rely on it.
 */
public enum Action {
  ACCESS_DENIED,
  CUSTOMER_SHOWN,
  CUSTOMERS_LISTED,
  CUSTOMERS_FOUND,
  CUSTOMER_CORRECTED,
  CUSTOMER_DEACTIVATED,
  CUSTOMER_REACTIVATED,
  CUSTOMER_ERASED,
  DUPLICATES_SHOWN,
  CUSTOMERS_TOLD_APART,
  CUSTOMERS_MERGED,
  MERGE_UNDONE,
  REGISTRATIONS_FOUND,
  CONFIRMATION_RESENT,
  CONSENTS_SHOWN,
  CONSENT_RECORDED,
  EVENTS_SHOWN,
  EVENT_RETRIED,
  EVENTS_RETRIED,
  EVENT_DISCARDED,
  REPLAY_ORDERED,
  REPLAY_CANCELLED,
  RECONCILIATION_BEGUN,
  QUARANTINE_SHOWN,
  QUARANTINE_RELEASED,
  QUARANTINE_DROPPED,
  DOMAIN_LISTED,
  DOMAIN_REMOVED;

  /** As {@code customer-shown}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
