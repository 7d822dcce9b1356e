package com.ecom.signup.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceTest {
  private static final EventId EVENT =
      new EventId(UUID.fromString("01a20aa5-0fba-7547-9ebe-d15afe0ef8b5"), 7);

  @Test
  void readsWhatItWrote() {
    Place place = Place.at(Instant.parse("2026-01-31T12:02:11.482135Z"), EVENT);

    assertThat(place)
        .hasToString("2026-01-31T12:02:11.482135Z_01a20aa5-0fba-7547-9ebe-d15afe0ef8b5:7");
    assertThat(Place.parse(place.toString())).hasValue(place);
    assertThat(EventId.parse(EVENT.toString())).hasValue(EVENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_",
        "2026-01-31T12:02:11Z",
        "yesterday_01a20aa5-0fba-7547-9ebe-d15afe0ef8b5:7",
        "2026-01-31T12:02:11Z_01a20aa5-0fba-7547-9ebe-d15afe0ef8b5",
        "2026-01-31T12:02:11Z_01a20aa5-0fba-7547-9ebe-d15afe0ef8b5:0",
        "2026-01-31T12:02:11Z_01a20aa5-0fba-7547-9ebe-d15afe0ef8b5:99999999999",
        "2026-01-31T12:02:11Z_1-1-1-1-1:1"
      })
  void readsNothingElse(String text) {
    assertThat(Place.parse(text)).isEmpty();
  }
}
