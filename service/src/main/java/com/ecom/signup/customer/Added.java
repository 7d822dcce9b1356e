package com.ecom.signup.customer;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Those of a batch that were stored.
 *
 * @param at when; of no meaning if there are none
 */
public record Added(Set<UUID> ids, Instant at) {}
