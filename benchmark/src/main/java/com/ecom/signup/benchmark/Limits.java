package com.ecom.signup.benchmark;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A quarter of a CPU for those who need it, or a note why not. */
final class Limits {

  private final Path mount;
  private final Cleanup cleanup;
  private final Findings findings;

  Limits(Path mount, Cleanup cleanup, Findings findings) {
    this.mount = mount;
    this.cleanup = cleanup;
    this.findings = findings;
  }

  /** The group is gone afterwards. */
  void with(Consumer<ControlGroup.Made> measurement) {
    String name = "signup-benchmark-" + ProcessHandle.current().pid();
    switch (ControlGroup.make(mount, name)) {
      case ControlGroup.Made made -> {
        cleanup.add(made);
        measurement.accept(made);
      }
      case ControlGroup.Impossible impossible -> {
        String note = "A quarter of a CPU is skipped: %s.".formatted(impossible.reason());
        Progress.line(note);
        findings.note(note);
      }
    }
  }
}
