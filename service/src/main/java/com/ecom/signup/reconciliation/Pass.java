package com.ecom.signup.reconciliation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time through all customers and then all events.
 *
 * @param repairs whether it mends what it finds
 * @param finishedAt null while it is under way
 */
public record Pass(
    UUID id, Instant startedAt, boolean repairs, Findings findings, @Nullable Instant finishedAt) {}
