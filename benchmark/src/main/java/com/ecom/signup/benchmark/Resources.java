package com.ecom.signup.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files beside these classes. */
final class Resources {

  private Resources() {}

  static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(name + " is not among the resources");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
  }

  /** As a file, for a program that takes one. */
  static Path copied(String name, Path folder) {
    try {
      return Files.writeString(folder.resolve(name), text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be written", e);
    }
  }
}
