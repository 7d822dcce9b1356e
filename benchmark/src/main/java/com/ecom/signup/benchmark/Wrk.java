package com.ecom.signup.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** wrk, which registers customers and looks them up. */
final class Wrk {

  private final WrkScript script;

  Wrk(Generator generator, Path folder) {
    script = new WrkScript("load.lua", generator, folder);
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

  WrkScript.Outcome run(int port, Load load) {
    return script.run(port, load.connections(), load.seconds(), load.arguments());
  }
}
