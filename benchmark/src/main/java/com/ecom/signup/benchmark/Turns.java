package com.ecom.signup.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Measures what is compared in turns, several times each, and keeps of each the run in the middle:
 * machines change their speed within minutes.
 */
final class Turns {

  private Turns() {}

  /** Runs one after the other, and again; what is kept is in their order. */
  static void of(Findings findings, int count, List<Supplier<Run>> compared) {
    List<List<Run>> runs = new ArrayList<>();
    compared.forEach(one -> runs.add(new ArrayList<>()));
    for (int turn = 0; turn < count; turn++) {
      for (int i = 0; i < compared.size(); i++) {
        runs.get(i).add(compared.get(i).get());
      }
    }
    runs.forEach(ofOne -> findings.add(middle(ofOne)));
  }

  /** By its throughput. */
  static Run middle(List<Run> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Run::perSecond))
        .toList()
        .get(runs.size() / 2);
  }
}
