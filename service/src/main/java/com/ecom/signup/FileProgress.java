package com.ecom.signup;

import com.ecom.signup.transfer.CountedStream;
import com.ecom.signup.transfer.Counts;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Shows how far a file has been taken in: a bar on a terminal, else a line every ten seconds. The
 * part of its bytes that was read tells how long the rest will take.
 */
final class FileProgress implements AutoCloseable {
  private static final int WIDTH = 30;

  private final CountedStream bytes;
  private final long size;
  private final boolean terminal =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  private final long began = System.nanoTime();
  private final long pause = Duration.ofMillis(terminal ? 200 : 10_000).toNanos();
  private long shown = began;
  private long rows;
  private long refused;

  private FileProgress(CountedStream bytes, long size) {
    this.bytes = bytes;
    this.size = size;
  }

  static FileProgress of(Path file) throws IOException {
    return new FileProgress(
        new CountedStream(Files.newInputStream(file)), Math.max(1, Files.size(file)));
  }

  /** By which a file is recognised: its SHA-256. */
  static String digest(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  InputStream bytes() {
    return bytes;
  }

  void add(Counts counts) {
    rows += counts.rows();
    refused += counts.refused();
    if (System.nanoTime() - shown >= pause) {
      show();
    }
  }

  private void show() {
    shown = System.nanoTime();
    double seconds = (shown - began) / 1e9;
    double part = Math.min(1, (double) bytes.count() / size);
    long left = part > 0 ? Math.round(seconds * (1 - part) / part) : 0;
    String line =
        "%,d rows, %,.0f/s, %,d refused, %.0f %%, %d:%02d left"
            .formatted(rows, rows / seconds, refused, 100 * part, left / 60, left % 60);
    if (terminal) {
      int full = (int) (WIDTH * part);
      System.err.printf("\r[%s%s] %s\033[K", "#".repeat(full), ".".repeat(WIDTH - full), line);
      System.err.flush();
    } else {
      System.err.println(line);
    }
  }

  /** Shows the last of it. */
  void end() {
    if (rows > 0) {
      show();
      System.err.print(terminal ? "\n" : "");
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
