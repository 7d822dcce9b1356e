package com.ecom.signup.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** wrk, with one thread. */
final class Wrk {

  private final Generator generator;
  private final Path script;

  Wrk(Generator generator, Path folder) {
    this.generator = generator;
    script = Resources.copied("load.lua", folder);
  }

  /**
   * What it sends.
   *
   * @param series of addresses: new ones for registrations, existing ones for look-ups
   * @param customers that look-ups find
   * @param counted whether each answer's status is looked at, which slows wrk down, and clients
   *     wait for as long as a refusal tells them to
   */
  record Load(
      Route route, int series, long customers, int connections, int seconds, boolean counted) {

    private List<String> arguments() {
      List<String> all = new ArrayList<>();
      all.add(route == Route.REGISTRATION ? "new" : "known");
      all.addAll(List.of(route.head(), route.tail()));
      all.addAll(List.of(String.valueOf(series), String.valueOf(customers)));
      if (counted) {
        all.add(String.valueOf(connections));
      }
      return all;
    }
  }

  /**
   * @param cpu of wrk, in microseconds
   */
  record Outcome(WrkFigures figures, long cpu) {}

  Outcome run(int port, Load load) {
    List<String> command = new ArrayList<>(List.of("wrk", "-t", "1"));
    command.addAll(List.of("-c", String.valueOf(load.connections())));
    command.addAll(List.of("-d", load.seconds() + "s", "--timeout", "10s"));
    command.addAll(List.of("-s", script.toString(), "http://127.0.0.1:" + port, "--"));
    command.addAll(load.arguments());
    Generator.Outcome outcome = generator.run(command, Map.of(), load.seconds());
    return new Outcome(WrkFigures.parse(outcome.output()), outcome.cpu());
  }
}
