package com.ecom.signup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** A file with personal data, made once there is something to write, for its owner alone. */
final class PrivateFile implements AutoCloseable {
  private final Path path;
  private @Nullable BufferedWriter writer;

  PrivateFile(Path path) {
    this.path = path;
  }

  /** Adds a row; the header, if there is one, goes before the first. */
  void add(String header, String row) {
    String end = header.isEmpty() ? "\n" : "\r\n";
    write((writer == null && !header.isEmpty() ? header + end : "") + row + end);
  }

  void write(String text) {
    try {
      BufferedWriter open = writer;
      if (open == null) {
        Files.deleteIfExists(path);
        Files.createFile(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(
              path, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
        open = Files.newBufferedWriter(path);
        writer = open;
      }
      open.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
