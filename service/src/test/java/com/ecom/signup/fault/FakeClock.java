package com.ecom.signup.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/** The wall clock of a process, which jumps; the time that only goes forward does so still. */
final class FakeClock {
  private final Path library =
      Tool.find("libfaketime", Path.of("/usr/lib"), "/faketime/libfaketimeMT\\.so\\.1");
  private final Path offset;

  FakeClock() {
    try {
      offset = Files.createTempFile("clock", ".offset");
      Files.setPosixFilePermissions(offset, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    offset.toFile().deleteOnExit();
    jump(Duration.ZERO);
  }

  /** What a process has to be started with. */
  Map<String, String> variables() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        offset.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1");
  }

  /** Within a second, it is off by that much. */
  void jump(Duration by) {
    try {
      Files.writeString(offset, "%+d\n".formatted(by.toSeconds()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
