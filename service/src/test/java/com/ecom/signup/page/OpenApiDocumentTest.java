package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published document is made of its source, and keeps what the old service published. */
final class OpenApiDocumentTest {

  private static final Path SOURCE = Path.of("../docs/openapi.yaml");
  private static final Path PUBLISHED = Path.of("../docs/openapi.json");
  private static final String REWRITE =
      "mvn -pl service test -Dtest=OpenApiDocumentTest -Dopenapi.rewrite=true";
  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void publishesWhatTheSourceSays() throws IOException {
    String made = made();
    if (Boolean.getBoolean("openapi.rewrite")) {
      Files.writeString(PUBLISHED, made);
    }

    assertThat(Files.readString(PUBLISHED))
        .as("docs/openapi.json is out of date; this rewrites it: %s", REWRITE)
        .isEqualTo(made);
  }

  @Test
  void keepsOperationsOfTheOldDocument() throws IOException {
    for (var path : old().get("paths").properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode ours = ours().at(pointer("paths", path.getKey(), method.getKey()));

        assertThat(ours.path("operationId")).isEqualTo(method.getValue().get("operationId"));
        assertThat(ours.at("/requestBody/content/application~1json/schema"))
            .isEqualTo(method.getValue().at("/requestBody/content/application~1json/schema"));
        assertThat(ours.at("/responses/422/content/application~1json/schema"))
            .isEqualTo(method.getValue().at("/responses/422/content/application~1json/schema"));
      }
    }
  }

  @Test
  void keepsSchemasOfTheOldDocument() throws IOException {
    for (var schema : old().at("/components/schemas").properties()) {
      JsonNode ours = ours().at(pointer("components", "schemas", schema.getKey()));

      assertThat(ours.path("required")).isEqualTo(schema.getValue().path("required"));
      for (var property : schema.getValue().get("properties").properties()) {
        JsonNode ourProperty = ours.at(pointer("properties", property.getKey()));
        for (var keyword : property.getValue().properties()) {
          assertThat(ourProperty.path(keyword.getKey())).isEqualTo(keyword.getValue());
        }
      }
    }
  }

  /** Without it, no client can be generated. */
  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    JsonNode document = ours();

    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(to -> assertThat(document.at(to.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void declaresWhatPathsAreMadeOf() throws IOException {
    JsonNode document = ours();
    for (var path : document.get("paths").properties()) {
      List<String> wanted =
          PART.matcher(path.getKey()).results().map(part -> part.group(1)).toList();
      for (var method : path.getValue().properties()) {
        List<String> declared = new ArrayList<>();
        for (JsonNode parameter : method.getValue().path("parameters")) {
          JsonNode meant =
              parameter.has("$ref")
                  ? document.at(parameter.get("$ref").asText().substring(1))
                  : parameter;
          if (meant.get("in").asText().equals("path")) {
            declared.add(meant.get("name").asText());
          }
        }
        assertThat(declared)
            .as("%s %s", method.getKey(), path.getKey())
            .containsExactlyInAnyOrderElementsOf(wanted);
      }
    }
  }

  /** Generators give an object without a name one that nobody would have chosen. */
  @Test
  void namesEveryObject() throws IOException {
    ObjectNode document = ours().deepCopy();
    for (JsonNode named : document.at("/components/schemas")) {
      ((ObjectNode) named).remove("type");
    }

    assertThat(document.findParents("type"))
        .filteredOn(schema -> schema.get("type").asText().equals("object"))
        .filteredOn(schema -> schema.has("properties"))
        .isEmpty();
  }

  /** From the file alone, no class is scanned. */
  private static String made() throws IOException {
    try (InputStream source = Files.newInputStream(SOURCE)) {
      return SmallRyeOpenAPI.builder()
          .withCustomStaticFile(() -> source)
          .enableModelReader(false)
          .enableAnnotationScan(false)
          .enableStandardFilter(false)
          .build()
          .toJSON();
    }
  }

  private static JsonNode ours() throws IOException {
    return JSON.readTree(PUBLISHED.toFile());
  }

  private static JsonNode old() throws IOException {
    try (InputStream old = OpenApiDocumentTest.class.getResourceAsStream("old-openapi.json")) {
      return JSON.readTree(Objects.requireNonNull(old));
    }
  }

  /** A JSON Pointer (RFC 6901). */
  private static String pointer(String... names) {
    var pointer = new StringBuilder();
    for (String name : names) {
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
