package com.ecom.signup.benchmark;

/**
 * A single number; the median where it was measured several times.
 *
 * @param least of several, as most; the same as the value of one
 */
record Figure(String name, String unit, double value, double least, double most) {}
