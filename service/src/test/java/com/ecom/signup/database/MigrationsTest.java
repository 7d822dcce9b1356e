package com.ecom.signup.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MigrationsTest {
  private static final Path FILES = Path.of("src/main/resources/db/migration");

  @Test
  void knowsTheNewestMigration() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"))
                  .max(Comparator.comparingInt(Integer::parseInt)))
          .hasValue(Migrations.NEWEST);
    }
  }
}
