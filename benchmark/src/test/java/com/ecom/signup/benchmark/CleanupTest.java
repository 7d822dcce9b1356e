package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end, whatever it is. */
final class CleanupTest {
  private final Cleanup cleanup = new Cleanup();

  @Test
  void removesFoldersWithTheirFiles() throws IOException {
    Path folder = cleanup.add(WorkFolder.make("test")).path();
    Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("b"), "c");

    cleanup.close();

    assertThat(folder).doesNotExist();
  }

  @Test
  void closesTheLatestFirstAndGoesOnAfterAFailure() {
    List<String> closed = new ArrayList<>();
    cleanup.add(() -> closed.add("first"));
    cleanup.add(
        () -> {
          throw new IOException("broken");
        });
    cleanup.add(() -> closed.add("last"));

    cleanup.close();

    assertThat(closed).containsExactly("last", "first");
  }

  @Test
  void endsProcessesAndStartsNoMore() throws InterruptedException {
    Children children = cleanup.add(new Children());
    Process process = children.start(Children.builder(List.of("sh", "-c", "sleep 60; true")));
    List<ProcessHandle> family = process.descendants().toList();

    cleanup.close();

    assertThat(Children.lives(process.toHandle())).isFalse();
    assertThat(family).noneMatch(Children::lives);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> children.start(Children.builder(List.of("true"))));
  }

  @Test
  void closesAtOnceWhatComesTooLate() {
    List<String> closed = new ArrayList<>();
    cleanup.close();

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> cleanup.add(() -> closed.add("late")));
    assertThat(closed).containsExactly("late");
  }

  @Test
  void keepsTheAccountOfWhoRunsThisFromProcesses() {
    assertThat(Children.builder(List.of("true")).environment().keySet())
        .noneMatch(name -> name.startsWith("AWS_"));
  }
}
