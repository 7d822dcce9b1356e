package com.ecom.signup.erasure;

import com.ecom.signup.event.EventId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Says that somebody was erased, without saying who it was.
 *
 * @param customers the ids of all rows that were one person
 * @param removed how many rows of each kind
 * @param event that tells subscribers
 */
public record Receipt(
    UUID id, Instant at, List<UUID> customers, Map<String, Integer> removed, EventId event) {}
