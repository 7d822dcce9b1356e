package com.ecom.signup.local.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How to run PostgreSQL as root, which it refuses to run as: in a user namespace of its own where
 * the kernel allows one, as {@code nobody} in a container that forbids them.
 */
enum Unprivileged {
  AS_IS(""),
  NAMESPACE("unshare -U"),
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

  private final String prefix;

  Unprivileged(String prefix) {
    this.prefix = prefix;
  }

  static Unprivileged detect() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return AS_IS;
    }
    return succeeds(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
  }

  List<String> prefix() {
    return prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1));
  }

  void own(Path folder) {
    if (this == NOBODY && !succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))) {
      throw new DatabaseRefusal(folder + " can't be given to the user that runs PostgreSQL");
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
