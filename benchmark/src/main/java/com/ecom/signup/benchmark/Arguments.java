package com.ecom.signup.benchmark;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words after {@code benchmark/run}, read one after the other. */
final class Arguments {

  private static final long USUAL_GROWTH = 10_000_000;
  // As many as addresses stay exact in the numbers of the load script.
  private static final long MOST_GROWTH = 20_000_000;

  private final Deque<String> left;
  private Set<Part> parts = EnumSet.allOf(Part.class);
  private boolean growth;
  private long customers = USUAL_GROWTH;
  private boolean jmh;
  private boolean quick;
  private boolean baseline;
  private int warmUp;
  private int run;
  private Path output;

  private Arguments(List<String> words, Path output) {
    left = new ArrayDeque<>(words);
    this.output = output;
  }

  /**
   * @param folder that relative paths start from
   * @param project the folder of the project
   * @throws Refusal when a word is unknown or its value makes no sense
   */
  static Plan parse(List<String> words, Path folder, Path project) {
    Arguments arguments = new Arguments(words, project.resolve("benchmark/results"));
    while (!arguments.left.isEmpty()) {
      arguments.take(arguments.left.remove(), folder);
    }
    return arguments.plan();
  }

  private void take(String word, Path folder) {
    switch (word) {
      case "--only" -> parts = parts(value(word));
      case "--growth" -> growth = true;
      case "--growth-customers" -> customers = number(word, Plan.CUSTOMERS + 1, MOST_GROWTH);
      case "--jmh" -> jmh = true;
      case "--quick" -> quick = true;
      case "--baseline" -> baseline = true;
      case "--warmup" -> warmUp = (int) number(word, 1, 3600);
      case "--duration" -> run = (int) number(word, 1, 3600);
      case "--output" -> output = folder.resolve(value(word)).normalize();
      default ->
          throw new Refusal(
              "Unknown argument '%s'; benchmark/run --help tells what there is.".formatted(word));
    }
  }

  private String value(String word) {
    if (left.isEmpty()) {
      throw new Refusal("%s needs a value; benchmark/run --help tells which.".formatted(word));
    }
    return left.remove();
  }

  private long number(String word, long least, long most) {
    String value = value(word);
    if (!value.matches("\\d{1,9}")
        || Long.parseLong(value) < least
        || Long.parseLong(value) > most) {
      throw new Refusal(
          "%s must be a number from %d to %d, but is '%s'.".formatted(word, least, most, value));
    }
    return Long.parseLong(value);
  }

  private static Set<Part> parts(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(Arguments::part)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
  }

  private static Part part(String word) {
    return Arrays.stream(Part.values())
        .filter(part -> part.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "--only takes load, start, quarter and import, with commas between, but not '%s'."
                        .formatted(word)));
  }

  private Plan plan() {
    Pace pace = quick ? Pace.QUICK : Pace.USUAL;
    pace = warmUp == 0 ? pace : pace.withWarmUp(warmUp);
    pace = run == 0 ? pace : pace.withRun(run);
    Optional<Long> grown = growth ? Optional.of(customers) : Optional.empty();
    return new Plan(parts, grown, jmh, pace, Plan.CONNECTIONS, output, baseline);
  }
}
