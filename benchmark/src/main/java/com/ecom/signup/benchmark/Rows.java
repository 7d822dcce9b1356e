package com.ecom.signup.benchmark;

/** How many rows the two tables have. */
record Rows(long customers, long events) {}
