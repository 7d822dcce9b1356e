package com.ecom.signup.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.signup.supply.Advisories.Finding;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of an answer of the shape that OSV documents. */
final class AdvisoriesTest {
  private static final List<Component> TWO =
      List.of(component("safe", "1.0"), component("weak", "2.0"));

  private static final String ANSWER =
      """
      {"results": [
        {},
        {"vulns": [
          {"id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-01-02T03:04:05.678Z"},
          {"id": "GHSA-dddd-eeee-ffff", "modified": "2026-01-02T03:04:05.678Z"}]}]}
      """;

  private static Component component(String name, String version) {
    return new Component(
        "com.example",
        name,
        version,
        "pkg:maven/com.example/%s@%s".formatted(name, version),
        List.of());
  }

  @Test
  void asksForEachByItsPackageUrl() {
    assertThat(Advisories.question(TWO))
        .isEqualTo(
            "{\"queries\":[{\"package\":{\"purl\":\"pkg:maven/com.example/safe@1.0\"}},"
                + "{\"package\":{\"purl\":\"pkg:maven/com.example/weak@2.0\"}}]}");
  }

  @Test
  void findsWeaknessesOfTheRightOne() throws IOException {
    assertThat(Advisories.findings(TWO, ANSWER))
        .containsExactly(
            new Finding("pkg:maven/com.example/weak@2.0", "GHSA-aaaa-bbbb-cccc"),
            new Finding("pkg:maven/com.example/weak@2.0", "GHSA-dddd-eeee-ffff"));
  }

  @Test
  void doesNotTakeHalfAnAnswerForNoWeakness() {
    for (String answer :
        List.of(
            "{}",
            "{\"results\": [{}]}",
            "{\"results\": [{}, {\"vulns\": [], \"next_page_token\": \"more\"}]}")) {
      assertThatThrownBy(() -> Advisories.findings(TWO, answer)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void acceptsUntilTheDayThatIsNamedAndForAReason() {
    List<String> lines =
        List.of("# why", "", "GHSA-aaaa-bbbb-cccc 2026-03-31 not reached from here");

    assertThat(Advisories.accepted(lines, LocalDate.of(2026, 3, 31)))
        .containsExactly("GHSA-aaaa-bbbb-cccc");
    assertThat(Advisories.accepted(lines, LocalDate.of(2026, 4, 1))).isEmpty();
    assertThatThrownBy(
            () ->
                Advisories.accepted(
                    List.of("GHSA-aaaa-bbbb-cccc 2026-03-31"), LocalDate.of(2026, 1, 1)))
        .hasMessageContaining("a reason");
  }
}
