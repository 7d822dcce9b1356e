package com.ecom.signup.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Lets this program in and nobody else: other users of the machine reach the port as well, and a
 * superuser can run programs.
 */
final class SuperuserPassword {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  SuperuserPassword(Path folder) {
    file = folder.resolve("superuser-password");
  }

  Path file() {
    return file;
  }

  void generate() throws IOException {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(bytes));
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  String read() throws IOException {
    return Files.readString(file);
  }
}
