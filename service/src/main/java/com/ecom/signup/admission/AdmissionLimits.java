package com.ecom.signup.admission;

import java.time.Duration;

/**
 * How many are let in, and how many may wait.
 *
 * @param entering connections that are on their way to the event loop at once; a crowd of no more
 *     is never looked at outside
 * @param few requests that may wait however long it takes
 * @param most requests that may wait
 * @param patience how long the first may have waited before further ones are turned away
 * @param longest how long any may wait, before it is turned away too
 * @param silence after which a connection is closed
 * @param connections that may be outside beside those that wait
 */
public record AdmissionLimits(
    int entering,
    int few,
    int most,
    Duration patience,
    Duration longest,
    Duration silence,
    int connections) {}
