package com.ecom.signup.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that a machine has, without what it proves itself with.
 *
 * @param createdBy who made it, as {@link Caller#subject()}
 * @param lastUsedAt to the hour
 */
public record ApiKey(
    UUID id,
    String name,
    Set<Permission> permissions,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
