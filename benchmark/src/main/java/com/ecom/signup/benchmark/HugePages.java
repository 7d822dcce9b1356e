package com.ecom.signup.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pages of 2 MB that the kernel keeps for PostgreSQL's buffers, as on RDS (parameter {@code
 * huge_pages}).
 */
final class HugePages implements AutoCloseable {
  private static final Path NUMBER = Path.of("/proc/sys/vm/nr_hugepages");
  private static final int MEGABYTES = 2;

  /** PostgreSQL's shared memory holds more than its buffers. */
  private static final double ALL = 1.05;

  private final String before;
  private final boolean enough;

  private HugePages(String before, boolean enough) {
    this.before = before;
    this.enough = enough;
  }

  /** As many as there can be: none without root, and fewer when memory is in pieces. */
  static HugePages reserve(long buffers) {
    String before = read();
    long wanted = (long) (buffers * ALL) / MEGABYTES;
    write(String.valueOf(Long.parseLong(before) + wanted));
    return new HugePages(before, Long.parseLong(read()) >= Long.parseLong(before) + wanted);
  }

  /** Whether PostgreSQL's buffers fit. */
  boolean areEnough() {
    return enough;
  }

  @Override
  public void close() {
    write(before);
  }

  /** At once: the kernel says it is at its end after the first read, however short. */
  private static String read() {
    try {
      return Files.readAllLines(NUMBER).getFirst();
    } catch (IOException e) {
      return "0"; // a kernel without
    }
  }

  private static void write(String number) {
    try {
      Files.writeString(NUMBER, number);
    } catch (IOException e) {
      // Not root: PostgreSQL then takes small pages by itself (huge_pages = try).
    }
  }
}
