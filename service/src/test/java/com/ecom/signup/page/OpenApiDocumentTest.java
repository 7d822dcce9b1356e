package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The published document is what the service serves, and keeps what the old service published. */
final class OpenApiDocumentTest {

  private static final Path PUBLISHED = Path.of("../docs/openapi.json");
  private static final String REWRITE =
      "mvn -pl service test -Dtest=OpenApiDocumentTest -Dopenapi.rewrite=true";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void publishesWhatTheServiceServes() throws IOException {
    String served = served();
    if (Boolean.getBoolean("openapi.rewrite")) {
      Files.writeString(PUBLISHED, served);
    }

    assertThat(Files.readString(PUBLISHED))
        .as("docs/openapi.json is out of date; this rewrites it: %s", REWRITE)
        .isEqualTo(served);
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

  /** As the service makes it: from the file alone, no class is scanned. */
  private static String served() {
    return SmallRyeOpenAPI.builder()
        .enableModelReader(false)
        .enableAnnotationScan(false)
        .enableStandardFilter(false)
        .build()
        .toJSON();
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
