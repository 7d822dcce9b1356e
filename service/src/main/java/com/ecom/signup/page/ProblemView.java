package com.ecom.signup.page;

import com.ecom.signup.problem.Problem;
import java.util.List;

/** The page of some problems: of one, what it means, of more, a list. */
record ProblemView(Frame frame, List<Problem> problems) implements View {
  @Override
  public String template() {
    return problems.size() == 1 ? "problem.html" : "problems.html";
  }

  public Problem problem() {
    return problems.getFirst();
  }
}
