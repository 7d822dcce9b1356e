package com.ecom.signup.supply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials of what is deployed, and the licences in it. */
final class SbomIT {
  private static final Path ALLOWED = Path.of("..", "ops", "licences.txt");

  @Test
  void isCycloneDx() throws IOException {
    JsonNode bill =
        JsonMapper.builder().build().readTree(Files.readString(Path.of("target", "bom.json")));

    assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.get("specVersion").asText()).matches("1\\.[4-9]");
    assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("signup-service");
    assertThat(Component.deployed())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.purl()).startsWith("pkg:maven/"));
  }

  @Test
  void listsEveryJarThatIsDeployed() throws IOException {
    List<Component> components = Component.deployed();

    assertThat(jars()).isNotEmpty();
    assertThat(jars())
        .allSatisfy(
            jar -> assertThat(components).as(jar).anyMatch(component -> component.isIn(jar)));
  }

  /** What the one jar of libraries was made of. */
  private static List<String> jars() throws IOException {
    Path merged = Path.of(System.getProperty("service.folder"), "lib", "main", "libraries.jar");
    try (JarFile jar = new JarFile(merged.toFile())) {
      byte[] list = jar.getInputStream(jar.getEntry("META-INF/libraries.list")).readAllBytes();
      return new String(list, UTF_8).lines().toList();
    }
  }

  @Test
  void noOtherJarIsDeployed() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("service.folder"), "lib"))) {
      assertThat(files.filter(Files::isRegularFile))
          .extracting(file -> file.getFileName().toString())
          .containsExactly("libraries.jar");
    }
  }

  @Test
  void everyLibraryHasALicenceThatIsAllowed() throws IOException {
    Set<String> allowed;
    try (Stream<String> lines = Files.lines(ALLOWED)) {
      allowed =
          lines
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertThat(
            Component.deployed().stream()
                .filter(component -> component.licences().stream().noneMatch(allowed::contains)))
        .isEmpty();
  }
}
