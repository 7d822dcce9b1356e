package com.ecom.signup.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * {@link AwsProgram}, running.
 *
 * @param endpoint what {@code AWS_ENDPOINT_URL} takes
 */
record StandInProcess(Process process, String endpoint, String topic) implements AutoCloseable {

  private static final long SECONDS_TO_START = 30;

  static StandInProcess start(Children children, String password) {
    ProcessBuilder builder =
        Children.builder(
                List.of(
                    Project.java(),
                    // It keeps the latest 10,000 messages, which a small young generation would
                    // copy
                    // every second.
                    "-Xmx1g",
                    "-Xmn768m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    AwsProgram.class.getName()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(AwsProgram.PASSWORD, password);
    Process process = children.start(builder);
    String[] words = firstLine(process).split(" ", -1);
    return new StandInProcess(process, words[0], words[1]);
  }

  private static String firstLine(Process process) {
    try {
      return CompletableFuture.supplyAsync(() -> readLine(process))
          .orTimeout(SECONDS_TO_START, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      Children.stop(process);
      throw new IllegalStateException("the stand-in for AWS does not start", e);
    }
  }

  private static String readLine(Process process) {
    try {
      String line =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
      if (line == null) {
        throw new IllegalStateException("it ended");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long cpu() {
    return ProcessTimes.of(process.pid()).own();
  }

  @Override
  public void close() {
    Children.stop(process);
  }
}
