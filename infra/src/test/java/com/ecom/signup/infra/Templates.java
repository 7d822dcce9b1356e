package com.ecom.signup.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Aspects;

/** The templates as they are written, once for all tests. */
final class Templates {
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  static final Path FOLDER = Path.of("target", "cdk.out").toAbsolutePath();
  static final Parameters PARAMETERS = Parameters.in(Path.of("parameters.properties"));
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    SignupApp app = new SignupApp(PARAMETERS, REPOSITORY, FOLDER);
    Aspects.of(app.app()).add(new AwsSolutionsChecks());
    app.app().synth();
  }

  static final Templates DEV = new Templates("signup-dev");
  static final Templates PROD = new Templates("signup-prod");
  static final Templates PIPELINE = new Templates(PipelineStack.NAME);

  private final String name;
  private final JsonNode template;

  private Templates(String name) {
    this.name = name;
    try {
      template = JSON.readTree(Files.readString(file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Templates> all() {
    return List.of(DEV, PROD, PIPELINE);
  }

  static List<Templates> environments() {
    return List.of(DEV, PROD);
  }

  Path file() {
    return FOLDER.resolve(name + ".template.json");
  }

  JsonNode resources() {
    return template.path("Resources");
  }

  /** Properties of all resources of a type. */
  List<JsonNode> all(String type) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode resource : resources()) {
      if (resource.path("Type").asText().equals("AWS::" + type)) {
        found.add(resource.path("Properties"));
      }
    }
    return found;
  }

  /** Properties of the only resource of a type. */
  JsonNode the(String type) {
    List<JsonNode> found = all(type);
    if (found.size() != 1) {
      throw new AssertionError("%s has %d of %s".formatted(name, found.size(), type));
    }
    return found.getFirst();
  }

  /** Properties of the resource whose logical id begins so. */
  JsonNode called(String type, String start) {
    List<JsonNode> found = new ArrayList<>();
    resources()
        .properties()
        .forEach(
            resource -> {
              if (resource.getValue().path("Type").asText().equals("AWS::" + type)
                  && resource.getKey().startsWith(start)) {
                found.add(resource.getValue().path("Properties"));
              }
            });
    if (found.size() != 1) {
      throw new AssertionError("%s has %d of %s %s".formatted(name, found.size(), type, start));
    }
    return found.getFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
