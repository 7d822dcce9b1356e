package com.ecom.signup.customer;

import java.util.function.Function;

/** A value that could be made of what was typed, or the rule that forbids it. */
public sealed interface Parsed<T> {

  record Valid<T>(T value) implements Parsed<T> {
    /** Masked: the value is personal data more often than not. */
    @Override
    public String toString() {
      return "Valid[***]";
    }
  }

  record Broken<T>(Rule rule) implements Parsed<T> {}

  /** Goes on with the value, if there is one. */
  default <U> Parsed<U> then(Function<? super T, Parsed<U>> next) {
    return switch (this) {
      case Valid<T>(T value) -> next.apply(value);
      case Broken<T>(Rule rule) -> new Broken<>(rule);
    };
  }
}
