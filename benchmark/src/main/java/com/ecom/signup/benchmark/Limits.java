package com.ecom.signup.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of a CPU for those who need it, or a note why not. To be closed after the processes in
 * it have ended.
 */
final class Limits implements AutoCloseable {

  private final Path mount;
  private final Findings findings;
  private @Nullable ControlGroup group;

  Limits(Path mount, Findings findings) {
    this.mount = mount;
    this.findings = findings;
  }

  void with(Consumer<ControlGroup.Made> measurement) {
    switch (group()) {
      case ControlGroup.Made made -> measurement.accept(made);
      case ControlGroup.Impossible impossible -> {
        String note = "A quarter of a CPU is skipped: %s.".formatted(impossible.reason());
        Progress.line(note);
        findings.note(note);
      }
    }
  }

  private synchronized ControlGroup group() {
    ControlGroup made = group;
    if (made == null) {
      made = ControlGroup.make(mount, "signup-benchmark-" + ProcessHandle.current().pid());
      group = made;
    }
    return made;
  }

  @Override
  public synchronized void close() throws IOException {
    if (group instanceof ControlGroup.Made made) {
      made.close();
      group = null;
    }
  }
}
