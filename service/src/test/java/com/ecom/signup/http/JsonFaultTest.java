package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The positions are those that Python's json module gives for the same texts. */
final class JsonFaultTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": \"b\", | 10 | Expecting property name enclosed in double quotes",
        "{\"a\": \"b\",} | 10 | Expecting property name enclosed in double quotes",
        "{'a': 1} | 1 | Expecting property name enclosed in double quotes",
        "{\"a\": | 5 | Expecting value",
        "{\"a\" 1} | 5 | Expecting ':' delimiter",
        "{\"a\": 1 \"b\": 2} | 8 | Expecting ',' delimiter",
        "[1 2] | 3 | Expecting ',' delimiter",
        "[1,] | 3 | Expecting value",
        "{\"a\": \"b | 6 | Unterminated string starting at",
        "{\"a\": \"\\ | 6 | Unterminated string starting at",
        "{\"a\": \"\\x\"} | 7 | Invalid \\escape",
        "{\"a\": \"\\u12G4\"} | 8 | Invalid \\uXXXX escape",
        "{} {} | 3 | Extra data",
        "{\"a\": NaN} | 6 | Expecting value",
        "{\"a\": 01} | 7 | Expecting ',' delimiter",
        "nul | 0 | Expecting value",
        "-x | 0 | Expecting value",
      })
  void pointsWherePythonPoints(String text, int position, String message) {
    JsonFault fault = JsonFault.in(text);

    assertThat(fault.position()).isEqualTo(position);
    assertThat(fault.message()).isEqualTo(message);
  }

  @Test
  void countsCodePointsAndLines() {
    JsonFault fault = JsonFault.in("{\n \"\uD83D\uDE00\": tru}");

    assertThat(fault.position()).isEqualTo(8);
    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.column()).isEqualTo(7);
  }

  @Test
  void pointsAtControlCharacterInString() {
    assertThat(JsonFault.in("{\"first_name\": \"a\tb\"}").position()).isEqualTo(17);
  }

  @Test
  void survivesDeepNesting() {
    assertThat(JsonFault.in("[".repeat(60_000)).position()).isPositive();
  }
}
