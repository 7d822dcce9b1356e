package com.ecom.signup.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures what is compared in turns, several times each, and compares those of one turn: machines
 * change their speed within minutes.
 */
final class Turns {

  private Turns() {}

  /** Runs one after the other, and again; what is found is in their order. */
  static void of(Findings findings, int count, List<Supplier<Run>> compared) {
    List<List<Run>> runs = new ArrayList<>();
    compared.forEach(one -> runs.add(new ArrayList<>()));
    for (int turn = 0; turn < count; turn++) {
      for (int i = 0; i < compared.size(); i++) {
        runs.get(i).add(compared.get(i).get());
      }
    }
    runs.forEach(findings::add);
  }

  /** How many times as much of something one took as the other, in each turn. */
  static List<Double> ratios(List<Run> one, List<Run> other, ToDoubleFunction<Run> something) {
    return IntStream.range(0, one.size())
        .mapToObj(
            turn ->
                something.applyAsDouble(one.get(turn)) / something.applyAsDouble(other.get(turn)))
        .toList();
  }

  /** By its throughput. */
  static Run middle(List<Run> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Run::perSecond))
        .toList()
        .get(runs.size() / 2);
  }
}
