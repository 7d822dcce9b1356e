package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How fast a file of customers is taken in by the command line, from its start to its end. */
final class ImportPart {

  static final String ROWS = "import: rows";
  static final String CPU_DATABASE = "import: CPU of the database for a row";

  private static final int ROWS_A_SECOND = 30_000;

  private final Bench bench;
  private final Findings findings;

  ImportPart(Bench bench, Findings findings) {
    this.bench = bench;
    this.findings = findings;
  }

  void measure() {
    int rows = ROWS_A_SECOND * bench.plan().pace().run();
    Path file = write(bench.folder().resolve("customers.csv"), rows);
    Filling.anew(bench.store(), EmbeddedDatabase.DATABASE, Plan.CUSTOMERS);
    Progress.begin("importing %,d rows".formatted(rows));
    long database = bench.store().cpu();
    long began = System.nanoTime();
    String said = bench.task("import", file.toString());
    double seconds = (System.nanoTime() - began) / 1e9;
    Progress.end("%,.0f/s".formatted(rows / seconds));
    check(rows, said);
    findings.figure(ROWS, "/s", rows / seconds);
    findings.figure(CPU_DATABASE, "us", (double) (bench.store().cpu() - database) / rows);
  }

  private void check(int rows, String said) {
    long present = bench.store().rows(EmbeddedDatabase.DATABASE).customers() - Plan.CUSTOMERS;
    if (present != rows) {
      throw new WrongAnswer(
          "Of %,d rows of a file, %,d are there:\n%s".formatted(rows, present, said));
    }
  }

  private static Path write(Path file, int rows) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("first_name,last_name,email,phone,province,city,postal_code,registered_at\n");
      for (int i = 1; i <= rows; i++) {
        out.write(
            "Asha,Patel%d,file%s@example.com,416-555-0123,ON,Toronto,m5v2t6,2024-01-31T12:00:00Z\n"
                .formatted(i, Address.middle(i, Address.FIRST_SERIES)));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written", e);
    }
  }
}
