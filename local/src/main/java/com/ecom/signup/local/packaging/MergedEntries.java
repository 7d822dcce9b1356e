package com.ecom.signup.local.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What several jars hold, as a program sees it that has them on its class path. Of a multi-release
 * jar (JEP 238) these are the entries for the Java that the project is compiled for; a jar that is
 * not one is searched faster.
 */
final class MergedEntries {
  /** The Java that the service needs at least. */
  private static final Runtime.Version JAVA = Runtime.Version.parse("25");

  /** The same for every build; archives know no time before 1980. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** Says which jars these are from, a name in each line. */
  private static final String INVENTORY = "META-INF/libraries.list";

  /** Which a program reads from all jars, line by line. */
  private static final Pattern LISTS =
      Pattern.compile("META-INF/(services/.+|io\\.netty\\.versions\\.properties)");

  /** Which the service does not read: for modules, for OSGi, for signed jars, and for builds. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          ".*/|(.*/)?module-info\\.class|META-INF/versions/.*|META-INF/maven/.*/pom\\.xml|OSGI-INF/.*"
              + "|META-INF/(MANIFEST\\.MF|INDEX\\.LIST|jandex\\.idx|beans\\.xml|quarkus-.*"
              + "|[^/]+\\.(SF|RSA|DSA|EC))");

  /** To be kept, each with the jar that it speaks of. */
  private static final Pattern LICENSES =
      Pattern.compile("(META-INF/)?([^/]*(LICENSE|NOTICE)[^/]*)", Pattern.CASE_INSENSITIVE);

  private final SortedMap<String, byte[]> contents = new TreeMap<>();

  /**
   * Adds those of one more jar.
   *
   * @throws IllegalStateException if one was added before with another content
   */
  void add(Path jar) throws IOException {
    contents.merge(
        INVENTORY,
        jar.getFileName().toString().getBytes(StandardCharsets.UTF_8),
        MergedEntries::joined);
    try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, JAVA)) {
      List<JarEntry> entries =
          file.versionedStream().filter(one -> !LEFT_OUT.matcher(one.getName()).matches()).toList();
      for (JarEntry entry : entries) {
        try (InputStream in = file.getInputStream(entry)) {
          add(jar, entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  private void add(Path jar, String name, byte[] content) {
    var license = LICENSES.matcher(name);
    if (license.matches()) {
      String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      contents.put("META-INF/licenses/" + library + "/" + license.group(2), content);
    } else if (LISTS.matcher(name).matches()) {
      contents.merge(name, content, MergedEntries::joined);
    } else {
      byte[] before = contents.putIfAbsent(name, content);
      if (before != null && !Arrays.equals(before, content)) {
        throw new IllegalStateException(
            "%s holds another %s than a library before it on the class path: leave one out"
                .formatted(jar.getFileName(), name));
      }
    }
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
    both.writeBytes(other);
    return both.toByteArray();
  }

  /** Writes them by name, after the manifest. */
  void writeTo(JarOutputStream out, Manifest manifest) throws IOException {
    begin(out, JarFile.MANIFEST_NAME);
    manifest.write(out);
    for (var entry : contents.entrySet()) {
      begin(out, entry.getKey());
      out.write(entry.getValue());
    }
  }

  private static void begin(JarOutputStream out, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    out.putNextEntry(entry);
  }
}
