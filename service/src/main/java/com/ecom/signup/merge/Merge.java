package com.ecom.signup.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer that was merged into another.
 *
 * @param consentsWithdrawn purposes that the merged one had withdrawn, and so the survivor has too
 * @param undoneAt null while it is in force
 */
public record Merge(
    UUID id,
    UUID survivor,
    UUID merged,
    Instant mergedAt,
    List<String> consentsWithdrawn,
    @Nullable Instant undoneAt) {}
