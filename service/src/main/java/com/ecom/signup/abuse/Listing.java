package com.ecom.signup.abuse;

import java.time.Instant;

/**
 * What operators say of a mail domain and of those below it.
 *
 * @param domain canonical: A-labels in lower case
 * @param disposable false for an exception from what is known
 */
public record Listing(String domain, boolean disposable, Instant changedAt) {}
