package com.ecom.signup.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of an event; no personal data.
 *
 * @param since when it came to be in this status
 * @param putOffUntil when it is tried next, if the topic did not take it the last time
 * @param deliveredAt the last time that the topic took it, also while it is sent again
 * @param attempts how often it was handed to the topic
 * @param lastError why the topic did not take it the last time
 * @param messageId the topic's name for the last delivery
 */
public record Entry(
    EventId id,
    String type,
    Status status,
    Instant since,
    Instant occurredAt,
    @Nullable Instant putOffUntil,
    @Nullable Instant deliveredAt,
    int attempts,
    @Nullable String lastError,
    @Nullable String messageId) {}
