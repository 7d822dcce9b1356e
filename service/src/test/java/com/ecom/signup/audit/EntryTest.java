package com.ecom.signup.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EntryTest {
  private static final Instant AT = Instant.parse("2026-11-26T09:00:00.123456Z");
  private static final Actor ACTOR = new Actor("somebody", "person", "192.0.2.1", "r-1");

  /** Computed by {@code sha256sum} from the form that is written down, not by this code. */
  private static final String KNOWN =
      "f30390ef5f9ad05d165194f538598fe011c786f3b93b1dda2863f9588cee806f";

  @Test
  void hasTheHashOfItsPublishedForm() {
    assertThat(entry("case 1", List.of("count", "1")).hash()).isEqualTo(KNOWN);
  }

  @Test
  void hasAnotherHashForAnythingElse() {
    Stream<Entry> others =
        Stream.of(
            entry("case 1", List.of("count", "1")),
            entry("case 2", List.of("count", "1")),
            entry(null, List.of("count", "1")),
            entry("case 1", List.of("count", "2")),
            entry("case 1", List.of("count1", "")),
            entry("case 1", List.of()),
            entry("-", List.of()),
            entry(null, List.of()));

    assertThat(Set.copyOf(others.map(Entry::hash).toList())).hasSize(8);
  }

  private static Entry entry(@Nullable String reason, List<String> details) {
    return new Entry(
        7,
        AT,
        ACTOR,
        "customer-shown",
        UUID.fromString("01a20aa5-0fba-7547-9ebe-d15afe0ef8b5"),
        reason,
        details,
        Entry.NONE);
  }
}
