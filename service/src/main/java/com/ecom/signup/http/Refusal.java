package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import java.util.List;

/** Ends the work on an operator's request, which is answered with a problem. */
final class Refusal extends RuntimeException {
  private final transient Problem problem;
  private final transient List<Invalid> errors;

  Refusal(Problem problem) {
    this(problem, List.of());
  }

  Refusal(List<Invalid> errors) {
    this(Problem.VALIDATION_FAILED, errors);
  }

  private Refusal(Problem problem, List<Invalid> errors) {
    super(problem.code());
    this.problem = problem;
    this.errors = errors;
  }

  Problem problem() {
    return problem;
  }

  List<Invalid> errors() {
    return errors;
  }
}
