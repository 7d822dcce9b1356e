package com.ecom.signup.local.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesJarTest {
  private static final String SERVICES = "META-INF/services/com.example.Service";

  @TempDir Path application;

  @BeforeEach
  void runner() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Main-Class", "com.example.Main");
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, "app/app.jar lib/main/one.jar lib/boot/two.jar");
    jar("quarkus-run.jar", manifest, Map.of());
    jar("app/app.jar", new Manifest(), Map.of("app.txt", "app"));
  }

  @Test
  void oneJarTakesTheirPlace() throws IOException {
    libraries(
        Map.of("one/One.class", "1", "same", "same"), Map.of("Two.class", "2", "same", "same"));
    LibrariesJar.mergeIn(application);
    assertThat(files())
        .containsExactlyInAnyOrder("quarkus-run.jar", "app/app.jar", "lib/main/libraries.jar");
    Attributes runner = manifest("quarkus-run.jar").getMainAttributes();
    assertThat(runner.getValue("Class-Path")).isEqualTo("app/app.jar lib/main/libraries.jar");
    assertThat(runner.getValue("Main-Class")).isEqualTo("com.example.Main");
    assertThat(merged("one/One.class")).isEqualTo("1");
    assertThat(merged("Two.class")).isEqualTo("2");
    assertThat(merged("same")).isEqualTo("same");
    assertThat(merged("META-INF/libraries.list")).isEqualTo("one.jar\ntwo.jar");
  }

  @Test
  void onceIsEnough() throws IOException {
    libraries(Map.of("One.class", "1"), Map.of("Two.class", "2"));
    LibrariesJar.mergeIn(application);
    byte[] before = Files.readAllBytes(application.resolve("lib/main/libraries.jar"));
    LibrariesJar.mergeIn(application);
    assertThat(application.resolve("lib/main/libraries.jar")).hasBinaryContent(before);
  }

  @Test
  void sameLibrariesMakeTheSameJar() throws IOException {
    libraries(Map.of("One.class", "1"), Map.of("Two.class", "2"));
    LibrariesJar.mergeIn(application);
    byte[] before = Files.readAllBytes(application.resolve("lib/main/libraries.jar"));
    runner();
    libraries(Map.of("One.class", "1"), Map.of("Two.class", "2"));
    LibrariesJar.mergeIn(application);
    assertThat(application.resolve("lib/main/libraries.jar")).hasBinaryContent(before);
  }

  @Test
  void servicesOfAllAreOffered() throws IOException {
    libraries(Map.of(SERVICES, "one.Service"), Map.of(SERVICES, "two.Service\n"));
    LibrariesJar.mergeIn(application);
    assertThat(merged(SERVICES)).isEqualTo("one.Service\ntwo.Service\n");
  }

  @Test
  void licensesAreKeptWithTheNameOfTheirLibrary() throws IOException {
    libraries(Map.of("META-INF/LICENSE.txt", "free"), Map.of("META-INF/LICENSE.txt", "as well"));
    LibrariesJar.mergeIn(application);
    assertThat(merged("META-INF/licenses/one/LICENSE.txt")).isEqualTo("free");
    assertThat(merged("META-INF/licenses/two/LICENSE.txt")).isEqualTo("as well");
  }

  @Test
  void classesForOurJavaTakeThePlaceOfOlderOnes() throws IOException {
    Manifest releases = new Manifest();
    releases.getMainAttributes().putValue("Multi-Release", "true");
    jar(
        "lib/main/one.jar",
        releases,
        Map.of(
            "A.class", "8",
            "META-INF/versions/11/A.class", "11",
            "META-INF/versions/25/A.class", "25",
            "META-INF/versions/26/A.class", "26",
            "META-INF/versions/26/New.class", "26"));
    jar("lib/boot/two.jar", new Manifest(), Map.of("META-INF/versions/11/B.class", "no release"));
    LibrariesJar.mergeIn(application);
    assertThat(merged("A.class")).isEqualTo("25");
    assertThat(merged("New.class")).isNull();
    assertThat(merged("B.class")).isNull();
    assertThat(manifest("lib/main/libraries.jar").getMainAttributes().getValue("Multi-Release"))
        .isNull();
  }

  @Test
  void whatNoProgramReadsIsLeftOut() throws IOException {
    libraries(
        Map.of("module-info.class", "1", "META-INF/jandex.idx", "1"),
        Map.of(
            "module-info.class", "2", "META-INF/KEY.SF", "2", "META-INF/maven/a/b/pom.xml", "2"));
    LibrariesJar.mergeIn(application);
    assertThat(merged("module-info.class")).isNull();
    assertThat(merged("META-INF/jandex.idx")).isNull();
    assertThat(merged("META-INF/KEY.SF")).isNull();
    assertThat(merged("META-INF/maven/a/b/pom.xml")).isNull();
  }

  @Test
  void twoOfOneNameAreRefusedAndNothingIsChanged() throws IOException {
    libraries(Map.of("A.class", "1"), Map.of("A.class", "2"));
    assertThatThrownBy(() -> LibrariesJar.mergeIn(application))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two.jar holds another A.class");
    assertThat(files())
        .containsExactlyInAnyOrder(
            "quarkus-run.jar", "app/app.jar", "lib/main/one.jar", "lib/boot/two.jar");
  }

  private void libraries(Map<String, String> one, Map<String, String> two) throws IOException {
    jar("lib/main/one.jar", new Manifest(), one);
    jar("lib/boot/two.jar", new Manifest(), two);
  }

  private void jar(String name, Manifest manifest, Map<String, String> entries) throws IOException {
    Path jar = application.resolve(name);
    Files.createDirectories(jar.getParent());
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private @Nullable String merged(String name) throws IOException {
    try (JarFile jar = new JarFile(application.resolve("lib/main/libraries.jar").toFile())) {
      ZipEntry entry = jar.getEntry(name);
      return entry == null
          ? null
          : new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Manifest manifest(String name) throws IOException {
    try (JarFile jar = new JarFile(application.resolve(name).toFile())) {
      return jar.getManifest();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(application)) {
      return all.filter(Files::isRegularFile)
          .map(file -> application.relativize(file).toString())
          .toList();
    }
  }
}
