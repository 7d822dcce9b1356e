package com.ecom.signup;

import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.audit.AuditTrail;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.database.Database;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.database.Schema;
import com.ecom.signup.transfer.Exports;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the customers to a file and ends. The file has its name once it is whole. */
final class ExportFile implements QuarkusApplication {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Schema schema;
  private final Database database;
  private final Exports exports;

  ExportFile(Schema schema, Database database, Exports exports) {
    this.database = database;
    this.schema = schema;
    this.exports = exports;
  }

  @Override
  public int run(String... words) throws Exception {
    FileArguments arguments = FileArguments.of(words);
    if (!schema.putInPlace(PATIENCE)) {
      return 1;
    }
    Path part = Path.of(arguments.file() + ".part");
    try {
      long written = write(arguments, part);
      audit(written, arguments.options().get("--reason"));
      Files.move(part, arguments.file());
      System.out.printf("%,d customers are in %s%n", written, arguments.file());
      return 0;
    } catch (DatabaseUnavailableException e) {
      System.err.printf("The database is away (%s).%n", e.reason());
      return 1;
    }
  }

  /** Before the file has its name. */
  private void audit(long written, @Nullable String reason) {
    database.inTransaction(
        connection -> {
          AuditTrail.record(
              connection,
              Actor.service("command-line", "-"),
              Action.EXPORT_ENDED,
              null,
              reason,
              Map.of("customers", Long.toString(written)));
          return true;
        });
  }

  private long write(FileArguments arguments, Path part) throws IOException {
    String status = arguments.options().getOrDefault("--status", "active");
    try (PrivateFile file = new PrivateFile(part)) {
      file.write("");
      return exports.write(arguments.format(), standing(status), file::write);
    }
  }

  private static @Nullable Standing standing(String status) {
    return status.equals("all") ? null : Standing.valueOf(status.toUpperCase(Locale.ROOT));
  }
}
