package com.ecom.signup.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files by the command line, killed in the middle, and moved from one database to another. */
final class ImportFileIT {
  private static final int ROWS = 60_000;

  @Test
  void goesOnAfterItWasKilledAndMovesToAnotherDatabase(@TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open();
        Stage other = Stage.open()) {
      Path file = Files.writeString(folder.resolve("customers.csv"), file());
      ServiceProcess killed = launch(stage, "import", file.toString());
      Poll.until(
          "some are committed",
          Duration.ofSeconds(60),
          () -> tableIsThere(stage) && customers(stage) > 0);
      killed.kill();
      long before = customers(stage);
      assertThat(before).isLessThan(ROWS);

      ServiceProcess again = launch(stage, "import", file.toString());
      assertThat(again.exitCode()).as(again.log()).isEqualTo(2);
      assertThat(again.log())
          .contains("goes on after")
          .contains("All is taken in: 60,001 rows: 60,000 added, 0 there already, 1 refused");
      assertThat(customers(stage)).isEqualTo(ROWS);
      assertThat(Files.readString(folder.resolve("customers.csv.refused.csv")))
          .contains("import_errors", "email-at");

      Path moved = folder.resolve("moved.ndjson");
      ServiceProcess export = launch(stage, "export", moved.toString(), "--reason", "a move");
      assertThat(export.exitCode()).as(export.log()).isZero();
      ServiceProcess arrival = launch(other, "import", moved.toString());
      assertThat(arrival.exitCode()).as(arrival.log()).isZero();
      assertThat(sum(other)).isEqualTo(sum(stage));
      assertThat(
              stage.count(
                  "select count(*) from customer.audit_entry"
                      + " where action = 'export-ended' and reason = 'a move'"))
          .isEqualTo(1);
    }
  }

  /** A terminal is lent by {@code script}, which is part of every Linux. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void drawsABarOnATerminal(@TempDir Path folder) throws Exception {
    try (Stage stage = Stage.open()) {
      Path file = Files.writeString(folder.resolve("customers.csv"), file());
      String command =
          Stream.concat(
                  ServiceProcess.artefact().command().stream(),
                  Stream.of("import", file.toString(), "--dry-run"))
              .map("'%s'"::formatted)
              .collect(Collectors.joining(" "));
      ProcessBuilder builder =
          new ProcessBuilder("script", "-qec", command, folder.resolve("typed").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("shown").toFile());
      builder.environment().putAll(stage.variables());
      int code = builder.start().waitFor();

      String shown = Files.readString(folder.resolve("shown"));
      assertThat(code).as(shown).isEqualTo(2);
      assertThat(shown)
          .containsPattern(
              "\\r\\[#+\\.*\\] [\\d,]+ rows, [\\d,]+/s, \\d refused, \\d+ %, \\d+:\\d\\d left")
          .contains("[" + "#".repeat(30) + "]");
    }
  }

  @Test
  void saysWhatItCannotDo(@TempDir Path folder) throws IOException {
    try (Stage stage = Stage.open()) {
      Path file = Files.writeString(folder.resolve("secret.csv"), "email,password\na@b.ca,x\n");
      ServiceProcess refused = launch(stage, "import", file.toString());

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.log())
          .contains("The file is refused:", "password: this column seems to hold passwords")
          .contains("first_name: this column is needed");
      ServiceProcess missing = launch(stage, "import", folder.resolve("none.csv").toString());
      assertThat(missing.exitCode()).isEqualTo(1);
      assertThat(missing.log()).contains("there is no file");
      ServiceProcess silent = launch(stage, "export", folder.resolve("all.csv").toString());
      assertThat(silent.exitCode()).isEqualTo(1);
      assertThat(silent.log()).contains("export needs --reason");
    }
  }

  private static String file() {
    return "first_name,last_name,email,phone,province,city,postal_code,registered_at\n"
        + IntStream.range(0, ROWS)
            .mapToObj(
                i ->
                    "=Asha%d,O'Patel,p%d@example.com,416-555-0123,ON,Montréal,m5v2t6,2024-01-31T12:00:00Z\n"
                        .formatted(i, i))
            .collect(Collectors.joining())
        + "A,B,nobody,416-555-0123,ON,Toronto,M5V 2T6,\n";
  }

  private static ServiceProcess launch(Stage stage, String... arguments) {
    return ServiceProcess.launch(stage.variables(), List.of(arguments));
  }

  private static boolean tableIsThere(Stage stage) {
    return stage.count("select count(*) from pg_tables where tablename = 'import_refusal'") == 1;
  }

  private static long customers(Stage stage) {
    return stage.count("select count(*) from customer.cust_registration");
  }

  /** The same for the same customers, whatever their order. */
  private static long sum(Stage stage) {
    return stage.count(
        """
        select (sum(hashtextextended(
          (id, first_name, last_name, email_id, email_key, phone, phone_e164, province, city,
           postacode, country, is_active, registered_at)::text, 0)::numeric) % 9007199254740991)::bigint
        from customer.cust_registration
        """);
  }
}
