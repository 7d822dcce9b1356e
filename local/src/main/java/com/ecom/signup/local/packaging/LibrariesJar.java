package com.ecom.signup.local.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Puts the libraries of a packaged service into one jar, since a start opens every jar of its class
 * path, and resolves, verifies and remembers each by itself.
 */
public final class LibrariesJar {
  /** Where the Quarkus runner expects libraries: it finds the application two folders above. */
  private static final String MERGED = "lib/main/libraries.jar";

  private static final String LIBRARIES = "lib/";

  private LibrariesJar() {}

  /** Takes the folder of the packaged service, {@code quarkus-app}. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("Usage: LibrariesJar <folder of quarkus-run.jar>");
    }
    try {
      mergeIn(Path.of(arguments[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Merges the libraries on the class path of a service, and puts the one jar in their place. A
   * service whose libraries are merged already stays as it is.
   *
   * @throws IllegalStateException if two libraries hold different contents for the same name
   */
  public static void mergeIn(Path application) throws IOException {
    Path runner = application.resolve("quarkus-run.jar");
    Manifest manifest = manifest(runner);
    List<String> classPath =
        List.of(manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH).split(" "));
    List<String> libraries =
        classPath.stream().filter(one -> one.startsWith(LIBRARIES) && !one.equals(MERGED)).toList();
    if (libraries.isEmpty()) {
      return;
    }
    MergedEntries entries = new MergedEntries();
    for (String library : libraries) {
      entries.add(application.resolve(library));
    }
    write(application.resolve(MERGED), new Manifest(), entries);
    List<String> rest = new ArrayList<>(classPath);
    rest.removeAll(libraries);
    rest.remove(MERGED);
    rest.add(MERGED);
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", rest));
    write(runner, manifest, new MergedEntries());
    for (String library : libraries) {
      Files.delete(application.resolve(library));
    }
  }

  private static Manifest manifest(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest();
    }
  }

  private static void write(Path jar, Manifest manifest, MergedEntries entries) throws IOException {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Path part = jar.resolveSibling(jar.getFileName() + ".part");
    try (OutputStream file = Files.newOutputStream(part);
        JarOutputStream out = new JarOutputStream(file)) {
      entries.writeTo(out, manifest);
    }
    Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
