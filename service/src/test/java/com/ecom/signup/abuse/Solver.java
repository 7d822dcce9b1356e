package com.ecom.signup.abuse;

import java.util.stream.LongStream;

/** Does the work that the page does. */
final class Solver {
  private Solver() {}

  static String solve(String challenge, int bits) {
    return LongStream.iterate(0, counter -> counter + 1)
        .mapToObj(Long::toString)
        .filter(counter -> ProofOfWork.solves(challenge, counter, bits))
        .findFirst()
        .orElseThrow();
  }
}
