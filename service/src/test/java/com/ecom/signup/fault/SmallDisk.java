package com.ecom.signup.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own that can be filled to the last byte. */
final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTE = 1 << 20;

  private final Path folder;

  SmallDisk(int megabytes) {
    Tool.requireRoot();
    try {
      folder = Files.createTempDirectory("disk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Tool.run(
        List.of(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
  }

  Path database() {
    return folder.resolve("database");
  }

  /** Leaves no room. */
  void fill() {
    byte[] block = new byte[MEGABYTE];
    for (int size = MEGABYTE; size >= 1024; size /= 2) {
      fill(block, size);
    }
  }

  private void fill(byte[] block, int size) {
    try (OutputStream ballast = Files.newOutputStream(folder.resolve("ballast" + size))) {
      while (true) {
        ballast.write(block, 0, size);
      }
    } catch (IOException e) {
      // expected: it is full
    }
  }

  /** Makes room again. */
  void empty() {
    for (int size = MEGABYTE; size >= 1024; size /= 2) {
      try {
        Files.deleteIfExists(folder.resolve("ballast" + size));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    Tool.run(List.of("umount", "-l", folder.toString()));
    Tool.run(List.of("rmdir", folder.toString()));
  }
}
