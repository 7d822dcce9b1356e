package com.ecom.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What SECURITY.md relies on. */
final class SecurityTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

  @Test
  void namesTestsThatExist() throws IOException {
    Set<String> there = new HashSet<>();
    for (String module : List.of("service", "local", "infra")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        files
            .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
            .forEach(there::add);
      }
    }
    String security = Files.readString(Path.of("..", "SECURITY.md"));

    assertThat(TEST.matcher(security).results().map(match -> match.group(1)).distinct().toList())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(there).contains(name));
  }

  @Test
  void everyThreatHasATest() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("..", "SECURITY.md"))) {
      assertThat(lines.filter(line -> line.startsWith("| ")).skip(1))
          .isNotEmpty()
          .allSatisfy(
              line ->
                  assertThat(TEST.matcher(line.replaceFirst(".*\\|(.*)\\|$", "$1")).find())
                      .as(line)
                      .isTrue());
    }
  }
}
