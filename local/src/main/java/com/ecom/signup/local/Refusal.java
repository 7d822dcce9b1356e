package com.ecom.signup.local;

import java.util.List;

/** Why nothing is started; each problem is one line that says what to do. */
final class Refusal extends RuntimeException {

  private final List<String> problems;

  Refusal(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  Refusal(String problem) {
    this(List.of(problem));
  }

  List<String> problems() {
    return problems;
  }
}
