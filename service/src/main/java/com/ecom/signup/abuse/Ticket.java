package com.ecom.signup.abuse;

import java.time.Instant;
import java.util.UUID;

/**
 * What says that this service handed a form out.
 *
 * @param id 128 random bits, so that what is sent with one ticket can be recognised as sent again
 * @param issuedAt to the millisecond
 */
public record Ticket(UUID id, Instant issuedAt) {}
