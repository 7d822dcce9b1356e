package com.ecom.signup.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where everything is kept between starts; held by one start at a time. */
final class DataFolder implements AutoCloseable {

  private static final String LOCK = ".lock";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder open(Path path) {
    try {
      if (isForeign(path)) {
        throw new Refusal(
            "The data folder %s holds other things; set DATA_DIR to an empty or a new one"
                .formatted(path));
      }
      Files.createDirectories(path);
      return new DataFolder(path, locked(path));
    } catch (IOException e) {
      throw new Refusal(
          "The data folder %s can't be written (%s); set DATA_DIR to one that can"
              .formatted(path, e.getClass().getSimpleName()));
    }
  }

  private static boolean isForeign(Path path) throws IOException {
    if (!Files.isDirectory(path) || Files.exists(path.resolve(LOCK))) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isPresent();
    }
  }

  private static FileChannel locked(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new Refusal(
          "The data folder %s is in use by another ./run; stop that one or set DATA_DIR to another"
              .formatted(path));
    }
    return channel;
  }

  Path database() {
    return path.resolve("postgresql");
  }

  Path servicePid() {
    return path.resolve("service.pid");
  }

  /** The database password, made once. */
  String password() {
    return secret("password");
  }

  /** What an operator proves themselves with, made once. */
  String operatorToken() {
    return secret("operator-token");
  }

  private String secret(String name) {
    Path file = path.resolve(name);
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        generate(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Refusal("The secret in %s can't be read; delete the file".formatted(file));
    }
  }

  private static void generate(Path file) throws IOException {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException(path + " can't be released", e);
    }
  }
}
