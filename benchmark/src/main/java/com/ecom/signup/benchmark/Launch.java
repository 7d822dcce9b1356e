package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.util.Optional;

/**
 * How the service is started.
 *
 * @param delivery whether it publishes events
 * @param cache whether the JVM takes what an earlier one prepared
 * @param group that limits it
 * @param database the name of the one that it uses
 */
record Launch(boolean delivery, boolean cache, Optional<ControlGroup.Made> group, String database) {

  /** As it is shipped: with the cache if there is one. */
  static Launch asShipped(Project project) {
    return new Launch(
        false, project.artefact().isTrained(), Optional.empty(), EmbeddedDatabase.DATABASE);
  }

  Launch delivering() {
    return new Launch(true, cache, group, database);
  }

  Launch within(ControlGroup.Made limits) {
    return new Launch(delivery, cache, Optional.of(limits), database);
  }

  Launch caching(boolean wanted) {
    return new Launch(delivery, wanted, group, database);
  }

  Launch on(String other) {
    return new Launch(delivery, cache, group, other);
  }

  /** The name of figures about it. */
  String title() {
    return (group.isPresent() ? "quarter of a CPU" : "whole cores") + (cache ? ", AOT cache" : "");
  }
}
