package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quarter of a CPU, or the reason why not. */
final class LimitsTest {
  private final Path mount;
  private final Findings findings = new Findings();
  private final List<ControlGroup.Made> used = new ArrayList<>();

  LimitsTest(@TempDir Path mount) {
    this.mount = mount;
  }

  @Test
  void leavesOutWhatCannotBeMeasuredAndSaysSo() {
    new Limits(mount, findings).with(used::add);

    assertThat(used).isEmpty();
    assertThat(findings.notes())
        .containsExactly(
            "A quarter of a CPU is skipped: no control groups at %s.".formatted(mount));
  }

  @Test
  void keepsOneGroupUntilItIsClosed() throws IOException {
    Files.createFile(mount.resolve("cgroup.controllers"));
    Limits limits = new Limits(mount, findings);

    limits.with(used::add);
    limits.with(used::add);

    assertThat(used).hasSize(2);
    assertThat(used.getFirst()).isEqualTo(used.getLast());
    Path folder = used.getFirst().folders().getFirst();
    assertThat(folder).isDirectory();
    // The kernel's own files go with the folder.
    Files.delete(folder.resolve("cpu.max"));
    Files.delete(folder.resolve("memory.max"));
    limits.close();
    assertThat(folder).doesNotExist();
  }
}
