package com.ecom.signup.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged service: its jar, the options that it runs with, and, once {@link Training} has made
 * it, a cache of its loaded classes.
 *
 * @param folder {@code quarkus-app}
 * @param java the folder of the Java that runs it
 */
public record Artefact(Path folder, Path java) {
  /** Run by the Java that runs this. */
  public Artefact(Path folder) {
    this(folder, Path.of(System.getProperty("java.home")));
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.exists(jar());
  }

  /** What the JVM is told, a file of arguments. */
  public Path options() {
    return folder.resolve("jvm.options");
  }

  /** Where the cache of classes is, if there is one. */
  public Path cache() {
    return folder.resolve("app.aot");
  }

  /** Whether there is a cache, made after the jar was. */
  public boolean isTrained() {
    try {
      return Files.exists(cache())
          && Files.getLastModifiedTime(cache()).compareTo(Files.getLastModifiedTime(jar())) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs it as it runs in production. */
  public List<String> command() {
    return isTrained() ? command(List.of("-XX:AOTCache=" + cache())) : command(List.of());
  }

  /** The same with these options of the JVM and none of a cache. */
  public List<String> command(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin/java").toString());
    command.add("@" + options());
    command.addAll(options);
    command.addAll(List.of("-jar", jar().toString()));
    return command;
  }

  private Path jar() {
    return folder.resolve("quarkus-run.jar");
  }
}
