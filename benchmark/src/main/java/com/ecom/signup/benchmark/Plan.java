package com.ecom.signup.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured, and how.
 *
 * @param growth how many customers the table grows to, if it does
 * @param connections of the runs; {@link #COMPARED} among them is what targets and pgbench refer to
 * @param output folder of the results
 * @param baseline whether the results become what later ones are compared with
 */
record Plan(
    Set<Part> parts,
    Optional<Long> growth,
    boolean jmh,
    Pace pace,
    List<Integer> connections,
    Path output,
    boolean baseline) {

  static final int COMPARED = 64;
  static final List<Integer> CONNECTIONS = List.of(1, 16, COMPARED, 256);

  /** Customers that are there before anything is measured. */
  static final long CUSTOMERS = 100_000;

  /** Runs before the compared one, which has its neighbours in time. */
  List<Integer> below() {
    return connections.stream().filter(count -> count < compared()).toList();
  }

  List<Integer> above() {
    return connections.stream().filter(count -> count > compared()).toList();
  }

  /** {@link #COMPARED} unless the plan has fewer connections. */
  int compared() {
    return connections.contains(COMPARED) ? COMPARED : connections.getLast();
  }
}
