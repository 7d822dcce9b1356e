package com.ecom.signup.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Known weaknesses of components, in the words of the OSV API (https://google.github.io/osv.dev,
 * POST /v1/querybatch).
 */
final class Advisories {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Advisories() {}

  /** A weakness of a component. */
  record Finding(String purl, String id) {}

  /** The question about all of them. */
  static String question(List<Component> components) {
    ObjectNode question = JSON.createObjectNode();
    ArrayNode queries = question.putArray("queries");
    components.forEach(
        component -> queries.addObject().putObject("package").put("purl", component.purl()));
    return question.toString();
  }

  /**
   * Reads the answer, which has a result for each query in their order.
   *
   * @throws IOException if it is no such answer, or not all of it
   */
  static List<Finding> findings(List<Component> components, String answer) throws IOException {
    JsonNode results = JSON.readTree(answer).path("results");
    if (!results.isArray() || results.size() != components.size()) {
      throw new IOException("expected " + components.size() + " results, got " + results.size());
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).hasNonNull("next_page_token")) {
        throw new IOException("more than a page about " + components.get(i).purl());
      }
      for (JsonNode weakness : results.get(i).path("vulns")) {
        findings.add(new Finding(components.get(i).purl(), weakness.path("id").asText()));
      }
    }
    return findings;
  }

  /**
   * Those that are accepted on a day.
   *
   * @param lines an id, the last day on which it is, and the reason; or a comment after #
   * @throws IllegalArgumentException if a line lacks one of them
   */
  static Set<String> accepted(List<String> lines, LocalDate today) {
    Set<String> ids = new HashSet<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length < 3) {
          throw new IllegalArgumentException("expected an id, a date and a reason: " + line);
        }
        if (!LocalDate.parse(words[1]).isBefore(today)) {
          ids.add(words[0]);
        }
      }
    }
    return ids;
  }
}
