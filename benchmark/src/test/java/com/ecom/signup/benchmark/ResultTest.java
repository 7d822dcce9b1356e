package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a result. */
final class ResultTest {
  private final Path folder;

  ResultTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsWhatItWrote() throws IOException {
    ResultFiles files = new ResultFiles(folder.resolve("new"));
    Result result = ResultsInWords.result();

    files.write(result, "the table");

    assertThat(Result.read(files.json())).contains(result);
    assertThat(folder.resolve("new/result.txt")).hasContent("the table");
    assertThat(folder.resolve("new/chart.svg")).exists();
  }

  @Test
  void isNothingWithoutAFile() {
    assertThat(Result.read(folder.resolve("result.json"))).isEmpty();
  }

  @Test
  void saysWhatToDoWithAFileThatIsDamaged() throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), "{");

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Result.read(file))
        .withMessage(file + " can't be read; restore it or delete it.");
  }
}
