package com.ecom.signup.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** All that was found out, in the order in which it was. */
final class Findings {

  private final List<List<Run>> runs = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<HotPart> hotParts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void add(Run run) {
    add(List.of(run));
  }

  /** The same run once in each turn; the one in the middle is shown. */
  void add(List<Run> turns) {
    runs.add(turns);
  }

  void add(HotPart part) {
    hotParts.add(part);
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  void figure(String name, String unit, double value) {
    figures.add(new Figure(name, unit, value, value, value));
  }

  /** The median of several. */
  void figure(String name, String unit, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    figures.add(
        new Figure(name, unit, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast()));
  }

  List<Run> runs() {
    return runs.stream().map(Turns::middle).toList();
  }

  List<Figure> figures() {
    return figures;
  }

  List<HotPart> hotParts() {
    return hotParts;
  }

  List<String> notes() {
    return notes;
  }

  Optional<Run> run(String name, int connections) {
    return turns(name, connections).map(Turns::middle);
  }

  Optional<List<Run>> turns(String name, int connections) {
    return runs.stream()
        .filter(turns -> turns.getFirst().name().equals(name))
        .filter(turns -> turns.getFirst().connections() == connections)
        .findFirst();
  }

  OptionalDouble figure(String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .mapToDouble(Figure::value)
        .findFirst();
  }
}
