package com.ecom.signup.page;

/**
 * What is wrong with a field of a form.
 *
 * @param field its name, which is the id of its input, too
 * @param message a sentence without a full stop
 */
public record FieldError(String field, String message) {}
