package com.ecom.signup.benchmark;

import java.util.Optional;

/**
 * How the service is started.
 *
 * @param delivery whether it publishes events
 * @param cache whether the JVM takes what an earlier one prepared
 * @param group that limits it
 */
record Launch(boolean delivery, boolean cache, Optional<ControlGroup.Made> group) {

  /** As it is shipped: with the cache if there is one. */
  static Launch asShipped(Project project) {
    return new Launch(false, project.artefact().isTrained(), Optional.empty());
  }

  Launch delivering() {
    return new Launch(true, cache, group);
  }

  Launch within(ControlGroup.Made limits) {
    return new Launch(delivery, cache, Optional.of(limits));
  }

  Launch caching(boolean wanted) {
    return new Launch(delivery, wanted, group);
  }

  /** The name of figures about it. */
  String title() {
    return (group.isPresent() ? "quarter of a CPU" : "whole cores") + (cache ? ", AOT cache" : "");
  }
}
