package com.ecom.signup.benchmark;

/** Milliseconds within which so many in a hundred were answered. */
record Latency(double p50, double p90, double p99) {}
