package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Versions as entity tags (RFC 9110, sections 8.8.3 and 13.1.1). */
final class Version {
  private Version() {}

  static String tag(int version) {
    return "\"%d\"".formatted(version);
  }

  /**
   * Reads {@code If-Match}, without which somebody's change could be lost (RFC 6585, section 3).
   *
   * @return whether a version is one that the caller has in mind
   * @throws Refusal if there is no such header
   */
  static IntPredicate expected(OperatorCall call) {
    List<String> headers = call.context().request().headers().getAll("if-match");
    if (headers.isEmpty()) {
      throw new Refusal(Problem.VERSION_REQUIRED);
    }
    List<String> tags =
        headers.stream()
            .flatMap(header -> Arrays.stream(header.split(",", -1)))
            .map(String::strip)
            .toList();
    return version -> tags.contains("*") || tags.contains(tag(version));
  }
}
