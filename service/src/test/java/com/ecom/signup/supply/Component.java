package com.ecom.signup.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the bill of materials (CycloneDX) says of a library that is deployed.
 *
 * @param purl its package URL, as {@code pkg:maven/group/name@version}
 * @param licences SPDX identifiers, or names where it has none; any one of them may be chosen
 */
record Component(String group, String name, String version, String purl, List<String> licences) {
  private static final Path BILL = Path.of("target", "bom.json");

  static List<Component> deployed() throws IOException {
    return list(JsonMapper.builder().build().readTree(Files.readString(BILL)).get("components"))
        .map(Component::of)
        .toList();
  }

  private static Component of(JsonNode node) {
    return new Component(
        node.path("group").asText(),
        node.path("name").asText(),
        node.path("version").asText(),
        node.path("purl").asText().replaceFirst("\\?.*", ""),
        list(node.path("licenses")).map(Component::licence).toList());
  }

  private static String licence(JsonNode node) {
    JsonNode licence = node.path("license");
    return node.has("expression")
        ? node.path("expression").asText()
        : licence.path("id").asText(licence.path("name").asText());
  }

  private static Stream<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** The names under which the packaged service has it: with its group, or without. */
  boolean isIn(String jar) {
    return jar.equals("%s.%s-%s.jar".formatted(group, name, version))
        || jar.equals("%s-%s.jar".formatted(name, version));
  }
}
