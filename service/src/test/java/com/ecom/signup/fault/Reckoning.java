package com.ecom.signup.fault;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clients, database and topic compared.
 *
 * @param told addresses whose client was told that they are registered
 * @param lost those without a customer, without an event, or without a message at the topic
 * @param doubled addresses with several customers, and customers with several events
 * @param unfounded messages about events that are not in the database: published without a commit
 * @param repeated messages that came again under an id that had come before
 * @param askedAgain registrations that took their client more than one request
 */
record Reckoning(
    String scenario,
    int told,
    int customers,
    int events,
    long lost,
    long doubled,
    long unfounded,
    int repeated,
    int askedAgain,
    Duration interruption) {
  static final String HEAD =
      "%-44s %8s %9s %7s %5s %7s %9s %8s %11s %12s %7s"
          .formatted(
              "scenario",
              "answered",
              "customers",
              "events",
              "lost",
              "doubled",
              "unfounded",
              "repeated",
              "asked again",
              "interruption",
              "bound");

  static Reckoning of(String scenario, Load load, Stored stored, Map<String, Integer> messages) {
    Set<String> told = load.told();
    long lost = told.stream().filter(address -> isLost(address, stored, messages)).count();
    return new Reckoning(
        scenario,
        told.size(),
        size(stored.customers().values()),
        size(stored.events().values()),
        lost,
        several(stored.customers()) + several(stored.events()),
        messages.keySet().stream().filter(id -> !stored.hasEvent(id)).count(),
        messages.values().stream().mapToInt(times -> times - 1).sum(),
        load.repeatedRequests(),
        load.longestInterruption());
  }

  private static boolean isLost(String address, Stored stored, Map<String, Integer> messages) {
    List<String> customers = stored.customers().getOrDefault(address, List.of());
    return customers.isEmpty()
        || customers.stream()
            .flatMap(customer -> stored.events().getOrDefault(customer, List.of()).stream())
            .noneMatch(messages::containsKey);
  }

  private static long several(Map<String, List<String>> groups) {
    return groups.values().stream().filter(group -> group.size() > 1).count();
  }

  private static int size(Collection<List<String>> groups) {
    return groups.stream().mapToInt(List::size).sum();
  }

  /**
   * A line of the table.
   *
   * @param bound on the interruption
   */
  String line(Duration bound) {
    return "%-44s %8d %9d %7d %5d %7d %9d %8d %11d %10.1f s %5d s"
        .formatted(
            scenario,
            told,
            customers,
            events,
            lost,
            doubled,
            unfounded,
            repeated,
            askedAgain,
            interruption.toMillis() / 1000.0,
            bound.toSeconds());
  }
}
