package com.ecom.signup.metrics;

import java.time.Instant;

/**
 * How it stood at a moment, as far as this replica knows; NaN is what it does not know.
 *
 * @param waiting events in the queue, of all replicas
 * @param longest seconds for which the first of them has waited
 * @param parked events that an operator has to see to
 * @param answered requests that this replica answered in a second, over the last minute
 * @param failures the part of them that failed, from 0 to 1
 * @param median seconds within which half of them were answered
 * @param slowest seconds within which 99 in 100 were
 */
public record Sample(
    Instant at,
    double waiting,
    double longest,
    double parked,
    double answered,
    double failures,
    double median,
    double slowest) {}
