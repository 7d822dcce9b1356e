package com.ecom.signup.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LauncherTest {

  private final Path data;

  LauncherTest(@TempDir Path folder) {
    data = folder.resolve("data");
  }

  @Test
  void startsEverythingAndLeavesNothingBehind() throws Exception {
    List<Integer> ports = Started.freePorts();
    List<ProcessHandle> all;
    try (Started run = Started.launch(data, ports).ready()) {
      assertThat(run.output())
          .contains("http://localhost:" + ports.get(0) + "/docs")
          .doesNotContain("SLF4J", "INFO", "Exception");
      assertThat(run.get(1, "/environment"))
          .contains(
              "ENV_CONFIG=local",
              "PORT=" + ports.get(0),
              "DB_SECRET=signup/local/database",
              "SNS_TOPIC_ARN=arn:aws:sns:us-east-1:000000000000:customer-registered",
              "AWS_ENDPOINT_URL=http://localhost:" + ports.get(2),
              "LOCAL_INBOX_URL=http://localhost:" + ports.get(2) + "/local")
          .doesNotContain("the-developers-own");
      assertThat(run.get(2, "/local")).contains("http://localhost:" + ports.get(0) + "/customer");
      all = run.processes(data);
      assertThat(all).hasSizeGreaterThan(2);

      run.terminate();
      assertThat(run.exitCode()).isEqualTo(143);
      assertThat(run.output()).contains("service stopped");
    }
    Started.await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(Files.getPosixFilePermissions(data.resolve("password")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThat(data.resolve("postgresql/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void keepsThePasswordBetweenStarts() throws Exception {
    try (Started first = Started.launch(data, Started.freePorts()).ready()) {
      first.terminate();
      first.exitCode();
    }
    String password = Files.readString(data.resolve("password"));
    try (Started second = Started.launch(data, Started.freePorts()).ready()) {
      assertThat(second.output()).contains("Ctrl-C stops everything");
    }
    assertThat(data.resolve("password")).hasContent(password);
  }

  @Test
  void namesEveryTakenPort() throws Exception {
    List<Integer> ports = Started.freePorts();
    try (ServerSocket first = new ServerSocket(ports.get(0));
        ServerSocket third = new ServerSocket(ports.get(2));
        Started run = Started.launch(data, ports)) {
      assertThat(first.isBound() && third.isBound()).isTrue();
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output().lines())
          .containsExactly(
              "Port %d is already taken; choose another with PORT=%d ./run"
                  .formatted(ports.get(0), ports.get(0) + 10),
              "Port %d is already taken; choose another with LOCAL_PORT=%d ./run"
                  .formatted(ports.get(2), ports.get(2) + 10));
    }
  }

  @Test
  void refusesFolderOfAnotherStart() throws Exception {
    try (Started first = Started.launch(data, Started.freePorts()).ready();
        Started second = Started.launch(data, Started.freePorts())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output().lines()).hasSize(1);
      assertThat(second.output()).contains(data + " is in use by another ./run");
      assertThat(first.get(1, "/health/ready")).isEqualTo("UP");
    }
  }

  @Test
  void refusesUnusableFolders() throws Exception {
    Path file = Files.createFile(data.resolveSibling("file"));
    assertRefusal(file, "can't be written");
    assertRefusal(file.resolve("below"), "can't be written");

    Path foreign = Files.createDirectory(data.resolveSibling("foreign"));
    Files.createFile(foreign.resolve("thesis.txt"));
    assertRefusal(foreign, "holds other things");

    Path damaged = Files.createDirectories(data.resolve("postgresql/data"));
    Files.createFile(data.resolve(".lock"));
    Files.createFile(damaged.resolve("postgresql.conf"));
    assertRefusal(data, "no PG_VERSION");
  }

  private static void assertRefusal(Path folder, String problem) throws Exception {
    try (Started run = Started.launch(folder, Started.freePorts())) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output().lines()).hasSize(1);
      assertThat(run.output()).contains(problem, folder.toString(), "DATA_DIR");
    }
  }

  @Test
  void takesOverWhatAKilledStartLeftBehind() throws Exception {
    List<Integer> ports = Started.freePorts();
    List<ProcessHandle> left;
    try (Started killed = Started.launch(data, ports).ready()) {
      left = killed.processes(data);
      killed.kill();
      assertThat(left.stream().filter(ProcessHandle::isAlive)).hasSizeGreaterThan(1);
    }
    try (Started next = Started.launch(data, ports).ready()) {
      assertThat(next.get(1, "/health/ready")).isEqualTo("UP");
      Started.await(() -> left.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void endsAsTheServiceEnds() throws Exception {
    try (Started run = Started.launch(data, Started.freePorts(), "5")) {
      assertThat(run.exitCode()).isEqualTo(5);
      assertThat(run.output()).doesNotContain("Exception", "Ctrl-C");
    }
    Started.await(() -> Started.servers(data).isEmpty());
  }

  @Test
  void stopsInTheMiddleOfTheStart() throws Exception {
    try (Started run = Started.launch(data, Started.freePorts())) {
      Started.await(() -> Files.exists(data.resolve("postgresql")));
      run.terminate();
      assertThat(run.exitCode()).isEqualTo(143);
    }
    Started.await(() -> Started.servers(data).isEmpty());
  }
}
