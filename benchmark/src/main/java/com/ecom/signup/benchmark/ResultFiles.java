package com.ecom.signup.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The three files of a result. */
record ResultFiles(Path folder) {

  Path json() {
    return folder.resolve("result.json");
  }

  /**
   * @param text the table
   */
  void write(Result result, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(json(), result.json());
    Files.writeString(folder.resolve("result.txt"), text);
    Files.writeString(folder.resolve("chart.svg"), Chart.of(result));
  }
}
