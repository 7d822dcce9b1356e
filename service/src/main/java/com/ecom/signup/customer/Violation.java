package com.ecom.signup.customer;

/**
 * A rule that a field breaks.
 *
 * @param message English, for people: what is expected, never what was sent; a translation needs
 *     the rule and {@link Field#limit()} only
 */
public record Violation(Field field, Rule rule, String message) {}
