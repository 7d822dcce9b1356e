package com.ecom.signup.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** All that was found out, in the order in which it was. */
final class Findings {

  private final List<Run> runs = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<HotPart> hotParts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void add(Run run) {
    runs.add(run);
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
    return runs;
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
    return runs.stream()
        .filter(run -> run.name().equals(name) && run.connections() == connections)
        .findFirst();
  }

  OptionalDouble figure(String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .mapToDouble(Figure::value)
        .findFirst();
  }
}
