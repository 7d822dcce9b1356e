package com.ecom.signup.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a measurement gave, as {@code result.json} holds it.
 *
 * @param connections of the runs that targets and ratios are about
 */
record Result(
    Machine machine,
    Pace seconds,
    int connections,
    List<Run> runs,
    List<Figure> figures,
    List<HotPart> hotParts,
    List<Target> targets,
    List<String> notes) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Optional<Result> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), Result.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new Refusal("%s can't be read; restore it or delete it.".formatted(file));
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Run> run(String name) {
    return runs.stream()
        .filter(run -> run.name().equals(name) && run.connections() == connections)
        .findFirst();
  }

  Optional<Figure> figure(String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
  }

  /** Of the service's throughput to pgbench's: what can be compared between machines. */
  List<Figure> ratios() {
    return figures.stream().filter(figure -> figure.name().contains(" / ")).toList();
  }
}
