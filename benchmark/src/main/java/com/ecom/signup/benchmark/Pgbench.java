package com.ecom.signup.benchmark;

import com.ecom.signup.local.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** pgbench with prepared statements, on the copy of the service's database. */
final class Pgbench {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Generator generator;
  private final Path folder;
  private final Store store;

  Pgbench(Generator generator, Path folder, Store store) {
    this.generator = generator;
    this.folder = folder;
    this.store = store;
  }

  /**
   * @param cpu of pgbench, in microseconds
   */
  record Outcome(PgbenchFigures figures, long cpu) {}

  /**
   * @param series of addresses: new ones when it writes
   */
  Outcome run(PgbenchScript script, int threads, int clients, int seconds, int series) {
    List<String> command = new ArrayList<>(List.of(program().toString(), "-n", "-M", "prepared"));
    command.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(store.port())));
    command.addAll(List.of("-U", EmbeddedDatabase.USER));
    command.addAll(List.of("-c", String.valueOf(clients), "-j", String.valueOf(threads)));
    command.addAll(List.of("-T", String.valueOf(seconds), "-D", "n=0", "-D", "series=" + series));
    command.addAll(List.of("-D", "customers=" + Plan.CUSTOMERS));
    command.addAll(List.of("-f", Resources.copied(script.resource(), folder).toString()));
    command.add(Store.COPY);
    Generator.Outcome outcome = generator.run(command, variables(), seconds);
    PgbenchFigures figures = PgbenchFigures.parse(outcome.output());
    if (figures.failed() > 0 || figures.transactions() == 0) {
      throw new WrongAnswer(script.title(threads) + " failed:\n" + outcome.output());
    }
    return new Outcome(figures, outcome.cpu());
  }

  /** One plan for all values, as the service asks for. */
  private Map<String, String> variables() {
    return Map.of(
        "PGPASSWORD", store.password(), "PGOPTIONS", "-c plan_cache_mode=force_generic_plan");
  }

  /** On the path, or where Debian keeps it. */
  static Path program() {
    try (Stream<Path> versions = Files.exists(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
      return Stream.concat(
              Programs.onPath("pgbench").stream(),
              versions.map(version -> version.resolve("bin/pgbench")).filter(Files::isExecutable))
          .findFirst()
          .orElseThrow(
              () ->
                  new Refusal(
                      "pgbench is needed: install it (apt-get install postgresql, or: brew install"
                          + " postgresql), then run this again."));
    } catch (IOException e) {
      throw new UncheckedIOException(DEBIAN + " can't be read", e);
    }
  }
}
