package com.ecom.signup.confirmation;

import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.template.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration that waits for the address to be confirmed. Not a customer: any number of them may
 * wait for one address.
 *
 * @param id the same when the same is sent again
 * @param form what was typed, by the rules valid
 * @param emailKey canonical
 * @param channel where it came from
 * @param fingerprint of the request, if it had an idempotency key
 * @param screenHash of the secret that the browser has that it was made in
 * @param consentWording hash of the words that the person agreed to, if so
 * @param quarantined whether an operator has to look at it first
 */
public record PendingRegistration(
    UUID id,
    CustomerForm form,
    String emailKey,
    Language language,
    Channel channel,
    @Nullable UUID fingerprint,
    @Nullable UUID screenHash,
    @Nullable String consentWording,
    boolean quarantined) {

  /** Where a registration came from. */
  public enum Channel {
    /** The page, which shows the number to be picked. */
    PAGE,
    /** A client that is told the number. */
    API,
    /** A client of the old service, which cannot show a number. */
    OLD
  }

  @Override
  public String toString() {
    return "PendingRegistration[" + id + "]";
  }
}
