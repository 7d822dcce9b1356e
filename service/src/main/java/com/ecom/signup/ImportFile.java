package com.ecom.signup;

import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.audit.AuditTrail;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.database.Schema;
import com.ecom.signup.template.Language;
import com.ecom.signup.transfer.Counts;
import com.ecom.signup.transfer.FileRefusedException;
import com.ecom.signup.transfer.Import;
import com.ecom.signup.transfer.ImportOrder;
import com.ecom.signup.transfer.Imports;
import com.ecom.signup.transfer.Outcome;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Takes the customers of a file in and ends: beside replicas that serve. */
final class ImportFile implements QuarkusApplication {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration OTHERS = Duration.ofSeconds(30);
  private static final int SOME_REFUSED = 2;

  private final Schema schema;
  private final Imports imports;

  ImportFile(Schema schema, Imports imports) {
    this.schema = schema;
    this.imports = imports;
  }

  @Override
  public int run(String... words) throws Exception {
    FileArguments arguments = FileArguments.of(words);
    if (!schema.putInPlace(PATIENCE)) {
      return 1;
    }
    try {
      return arguments.has("--dry-run") ? rehearse(arguments) : take(arguments);
    } catch (FileRefusedException e) {
      System.err.println("The file is refused:");
      e.marks()
          .forEach(
              mark ->
                  System.err.printf(
                      "  %s: %s%n", mark.place(), mark.flaw().message(Language.ENGLISH)));
      return 1;
    } catch (UncheckedIOException e) {
      System.err.println("The file cannot be read further; the same command goes on.");
      return 1;
    } catch (DatabaseUnavailableException e) {
      System.err.printf("The database is away (%s); the same command goes on.%n", e.reason());
      return 1;
    }
  }

  private int rehearse(FileArguments arguments) throws IOException {
    try (FileProgress progress = FileProgress.of(arguments.file());
        PrivateFile refused = new PrivateFile(arguments.refused())) {
      Outcome outcome =
          imports.rehearse(
              order(arguments, ""),
              progress.bytes(),
              new Imports.Watch() {
                @Override
                public void done(Counts counts) {
                  progress.add(counts);
                }

                @Override
                public void wouldRefuse(String header, String row) {
                  refused.add(header, row);
                }
              });
      progress.end();
      Counts counts = outcome instanceof Outcome.Rehearsed(Counts all, var _) ? all : Counts.NONE;
      System.out.println("Nothing was written. Would be: " + sentence(counts, arguments));
      return counts.refused() > 0 ? SOME_REFUSED : 0;
    }
  }

  private int take(FileArguments arguments) throws IOException, InterruptedException {
    String key = FileProgress.digest(arguments.file());
    long giveUp = System.nanoTime() + OTHERS.toNanos();
    Outcome outcome = attempt(arguments, key);
    while (outcome instanceof Outcome.UnderWay && System.nanoTime() < giveUp) {
      Thread.sleep(1000);
      outcome = attempt(arguments, key);
    }
    return switch (outcome) {
      case Outcome.Finished(Import done) -> finish(arguments, done);
      case Outcome.Cancelled _ -> fail("It was cancelled; what was taken in by then stays.");
      case Outcome.UnderWay _ -> fail("Another import is under way; see GET /v1/imports.");
      case Outcome.Differs _, Outcome.Rehearsed _ ->
          fail("The file has changed while it was read; try again.");
    };
  }

  private static int fail(String reason) {
    System.err.println(reason);
    return 1;
  }

  private Outcome attempt(FileArguments arguments, String key) throws IOException {
    try (FileProgress progress = FileProgress.of(arguments.file())) {
      Outcome outcome =
          imports.run(
              order(arguments, key),
              progress.bytes(),
              new Imports.Watch() {
                @Override
                public void begun(Connection connection, Import running) throws SQLException {
                  audit(connection, Action.IMPORT_BEGUN, running);
                  System.out.println("Import " + running.id());
                  if (running.counts().rows() > 0) {
                    System.out.printf("goes on after %,d rows%n", running.counts().rows());
                  }
                }

                @Override
                public void ended(Connection connection, Import over) throws SQLException {
                  audit(connection, Action.IMPORT_ENDED, over);
                }

                @Override
                public void done(Counts counts) {
                  progress.add(counts);
                }
              });
      progress.end();
      return outcome;
    }
  }

  private static void audit(Connection connection, Action action, Import known)
      throws SQLException {
    AuditTrail.record(
        connection, Actor.service("command-line", "-"), action, known.id(), null, known.summary());
  }

  private int finish(FileArguments arguments, Import done) throws IOException {
    if (done.counts().refused() > 0) {
      try (PrivateFile file = new PrivateFile(arguments.refused())) {
        imports.refused(done.id(), file::write);
      }
    } else {
      Files.deleteIfExists(arguments.refused());
    }
    System.out.println("All is taken in: " + sentence(done.counts(), arguments));
    return done.counts().refused() > 0 ? SOME_REFUSED : 0;
  }

  private static String sentence(Counts counts, FileArguments arguments) {
    return "%,d rows: %,d added, %,d there already, %,d refused%s"
        .formatted(
            counts.rows(),
            counts.added(),
            counts.same(),
            counts.refused(),
            counts.refused() > 0 ? " (" + arguments.refused() + ")" : "");
  }

  private static ImportOrder order(FileArguments arguments, String key) {
    String ignored = arguments.options().getOrDefault("--ignore-columns", "");
    return new ImportOrder(
        key,
        arguments.format(),
        arguments.packed(),
        arguments.has("--events"),
        ignored.isEmpty() ? Set.of() : Set.of(ignored.split("\\s*,\\s*")),
        "command line");
  }
}
