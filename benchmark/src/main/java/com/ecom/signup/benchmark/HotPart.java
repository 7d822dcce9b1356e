package com.ecom.signup.benchmark;

/** What one call of a pure part takes: nanoseconds, and bytes that it allocates. */
record HotPart(String name, double nanos, double bytes) {}
