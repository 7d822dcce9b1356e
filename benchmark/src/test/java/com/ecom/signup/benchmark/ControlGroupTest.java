package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both versions of the kernel's interface, as files. */
final class ControlGroupTest {
  private final Path mount;

  ControlGroupTest(@TempDir Path mount) {
    this.mount = mount;
  }

  @Test
  void limitsCpuAndMemoryInVersionOne() throws IOException {
    Files.createDirectories(mount.resolve("memory"));
    Files.createDirectories(mount.resolve("cpu"));
    Files.createFile(mount.resolve("cpu/cpu.cfs_period_us"));

    assertThat(ControlGroup.make(mount, "mine"))
        .isEqualTo(
            new ControlGroup.Made(
                List.of(mount.resolve("cpu/mine"), mount.resolve("memory/mine"))));
    assertThat(mount.resolve("cpu/mine/cpu.cfs_period_us")).hasContent("100000");
    assertThat(mount.resolve("cpu/mine/cpu.cfs_quota_us")).hasContent("25000");
    assertThat(mount.resolve("memory/mine/memory.limit_in_bytes")).hasContent("536870912");
  }

  @Test
  void limitsCpuAndMemoryInVersionTwo() throws IOException {
    Files.createFile(mount.resolve("cgroup.controllers"));

    assertThat(ControlGroup.make(mount, "mine"))
        .isEqualTo(new ControlGroup.Made(List.of(mount.resolve("mine"))));
    assertThat(mount.resolve("cgroup.subtree_control")).hasContent("+cpu +memory");
    assertThat(mount.resolve("mine/cpu.max")).hasContent("25000 100000");
    assertThat(mount.resolve("mine/memory.max")).hasContent("536870912");
  }

  @Test
  void saysWhyThereIsNone() {
    assertThat(ControlGroup.make(mount, "mine"))
        .isEqualTo(new ControlGroup.Impossible("no control groups at " + mount));
  }

  @Test
  void saysThatTheyMustNotBeWritten() throws IOException {
    Files.createFile(mount.resolve("cgroup.controllers"));
    Files.createDirectory(mount.resolve("cgroup.subtree_control"));

    assertThat(ControlGroup.make(mount, "mine"))
        .isInstanceOfSatisfying(
            ControlGroup.Impossible.class,
            impossible -> assertThat(impossible.reason()).startsWith("control groups can't be"));
  }

  @Test
  void joinsEachFolderBeforeTheCommandTakesOver() throws Exception {
    Path first = Files.createDirectory(mount.resolve("a b"));
    Path second = Files.createDirectory(mount.resolve("c"));
    ControlGroup.Made group = new ControlGroup.Made(List.of(first, second));

    Process process = new ProcessBuilder(group.command(List.of("sh", "-c", "exit 7"))).start();

    assertThat(process.waitFor()).isEqualTo(7);
    assertThat(first.resolve("cgroup.procs")).hasContent(String.valueOf(process.pid()));
    assertThat(second.resolve("cgroup.procs")).hasContent(String.valueOf(process.pid()));
  }
}
