package com.ecom.signup.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code traceparent} of W3C Trace Context. */
final class TraceParentTest {
  private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void readsWhatItWrites() {
    TraceParent read = Objects.requireNonNull(TraceParent.read(SAMPLED));

    assertThat(read.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(read.spanId()).isEqualTo("b7ad6b7169203331");
    assertThat(read.isSampled()).isTrue();
    assertThat(read).hasToString(SAMPLED);
  }

  @Test
  void knowsWhenNobodyKeepsTheTrace() {
    assertThat(Objects.requireNonNull(TraceParent.read(SAMPLED.replaceFirst("01$", "02"))))
        .matches(read -> !read.isSampled());
  }

  @Test
  void readsTheKnownPartOfLaterVersions() {
    assertThat(TraceParent.read("01" + SAMPLED.substring(2) + "-more")).hasToString(SAMPLED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331\r\n01",
      })
  void takesNothingElse(String text) {
    assertThat(TraceParent.read(text)).isNull();
  }
}
