package com.ecom.signup.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The service itself, as a child whose output is ours. */
final class ServiceProcess implements AutoCloseable {

  /** Longer than the service takes to finish the requests under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Path pidFile;

  private ServiceProcess(Process process, Path pidFile) {
    this.process = process;
    this.pidFile = pidFile;
  }

  static ServiceProcess start(List<String> command, Map<String, String> environment, Path pidFile) {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    // A developer's own account must not be reached from here.
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      Process process = builder.start();
      Files.writeString(pidFile, identity(process.toHandle()));
      return new ServiceProcess(process, pidFile);
    } catch (IOException e) {
      throw new Refusal("The service can't be started with " + command.getFirst());
    }
  }

  /** A number alone may belong to another program by now. */
  private static String identity(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().map(Object::toString).orElse("");
  }

  /** Stops the service of an earlier start that was killed, which still holds the ports. */
  static void stopLeftBehind(Path pidFile) {
    try {
      if (Files.exists(pidFile)) {
        String identity = Files.readString(pidFile);
        ProcessHandle.of(Long.parseLong(identity.split(" ", 2)[0]))
            .filter(process -> identity(process).equals(identity))
            .ifPresent(ServiceProcess::stop);
        Files.delete(pidFile);
      }
    } catch (IOException | NumberFormatException e) {
      throw new Refusal("The file %s can't be read; delete it".formatted(pidFile));
    }
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** Whether it ended within the time. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time);
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    stop(process.toHandle());
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new IllegalStateException(pidFile + " can't be deleted", e);
    }
  }
}
