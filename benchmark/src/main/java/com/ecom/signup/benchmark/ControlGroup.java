package com.ecom.signup.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A quarter of a CPU, with 512 MiB of memory where that can be limited too. */
sealed interface ControlGroup {

  Path USUAL_MOUNT = Path.of("/sys/fs/cgroup");

  /**
   * One that processes can be started in.
   *
   * @param folders of each controller; a process joins by its number in their {@code cgroup.procs}
   */
  record Made(List<Path> folders) implements ControlGroup, AutoCloseable {

    private static final int ATTEMPTS = 40;

    /** A command that runs another in the group, under the same process id. */
    List<String> command(List<String> inside) {
      String join =
          "while [ \"$1\" != -- ]; do echo $$ >\"$1/cgroup.procs\" || exit 1; shift; done; shift;"
              + " exec \"$@\"";
      return Stream.of(
              List.of("bash", "-c", join, "group"),
              folders.stream().map(Path::toString).toList(),
              List.of("--"),
              inside)
          .flatMap(List::stream)
          .toList();
    }

    /** The kernel takes a moment to notice that the last process has gone. */
    @Override
    public void close() throws IOException {
      for (Path folder : folders) {
        for (int attempt = 1; !removed(folder, attempt == ATTEMPTS); attempt++) {
          Pause.of(Duration.ofMillis(50));
        }
      }
    }

    private static boolean removed(Path folder, boolean last) throws IOException {
      try {
        Files.deleteIfExists(folder);
        return true;
      } catch (IOException e) {
        if (last) {
          throw e;
        }
        return false;
      }
    }
  }

  /**
   * This machine has none for us.
   *
   * @param reason for whoever reads the results
   */
  record Impossible(String reason) implements ControlGroup {}

  /** Makes one below the mount, of version 1 or 2. */
  static ControlGroup make(Path mount, String name) {
    try {
      if (Files.isWritable(mount.resolve("cpu/cpu.cfs_period_us"))) {
        return Groups.versionOne(mount, name);
      }
      if (Files.exists(mount.resolve("cgroup.controllers"))) {
        return Groups.versionTwo(mount, name);
      }
      return new Impossible("no control groups at " + mount);
    } catch (IOException e) {
      Groups.forget(mount, name);
      return new Impossible(
          "control groups can't be written (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** The two versions of the kernel's interface. */
  final class Groups {

    private static final String PERIOD_MICROS = "100000";
    private static final String QUOTA_MICROS = "25000";
    private static final String MEMORY_BYTES = String.valueOf(512 << 20);

    private Groups() {}

    /** What was made of one that could not be finished. */
    private static void forget(Path mount, String name) {
      for (String controller : List.of("cpu", "memory", "")) {
        try {
          Files.deleteIfExists(mount.resolve(controller).resolve(name));
        } catch (IOException e) {
          Progress.line("A control group stays behind: " + controller + "/" + name);
        }
      }
    }

    private static ControlGroup versionOne(Path mount, String name) throws IOException {
      Path cpu = Files.createDirectories(mount.resolve("cpu").resolve(name));
      Files.writeString(cpu.resolve("cpu.cfs_period_us"), PERIOD_MICROS);
      Files.writeString(cpu.resolve("cpu.cfs_quota_us"), QUOTA_MICROS);
      if (!Files.isWritable(mount.resolve("memory"))) {
        return new Made(List.of(cpu));
      }
      Path memory = Files.createDirectories(mount.resolve("memory").resolve(name));
      Files.writeString(memory.resolve("memory.limit_in_bytes"), MEMORY_BYTES);
      return new Made(List.of(cpu, memory));
    }

    private static ControlGroup versionTwo(Path mount, String name) throws IOException {
      Files.writeString(mount.resolve("cgroup.subtree_control"), "+cpu +memory");
      Path group = Files.createDirectories(mount.resolve(name));
      Files.writeString(group.resolve("cpu.max"), QUOTA_MICROS + " " + PERIOD_MICROS);
      Files.writeString(group.resolve("memory.max"), MEMORY_BYTES);
      return new Made(List.of(group));
    }
  }
}
