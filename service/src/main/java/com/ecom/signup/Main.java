package com.ecom.signup;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.MisconfiguredException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Starts what is asked for, or says in one line why it cannot. */
@QuarkusMain
public final class Main {
  private static final int REFUSED_TO_START = 1;
  private static final String USAGE =
      """
      Usage: java -jar quarkus-run.jar [migrate | verify-audit | import FILE | export FILE]

      Serves registrations; with the word migrate, puts the schema of the database in
      place and ends; with verify-audit, says whether the audit trail is whole.
      Environment variables tell it all else; README.md lists them.

      import FILE   takes in the customers of a .csv or .ndjson file (and .gz of these); the
                    same file again goes on where it ended. Ends with 0, or with 2 if rows
                    were refused: they are in FILE.refused.csv or .ndjson, to be corrected.
        --dry-run               says what would happen, and writes nothing
        --events                announces each as one who registers
        --ignore-columns A,B    columns that are of no account
      export FILE   writes the customers to a new .csv or .ndjson file
        --reason WHY            what the audit trail is to keep; needed
        --status STATUS         active (default), inactive, superseded or all
      """;

  private Main() {}

  public static void main(String... arguments) {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "" -> serve();
      case "import", "export" -> move(arguments);
      default -> other(List.of(arguments).toString());
    }
  }

  private static void other(String arguments) {
    switch (arguments) {
      case "[migrate]" -> task(Migrate.class);
      case "[verify-audit]" -> task(VerifyAudit.class);
      case "[--help]", "[-h]" -> System.out.print(USAGE);
      default -> throw refuse("unknown arguments; --help tells what there is");
    }
  }

  /** What is wrong with the arguments is said before anything starts. */
  private static void move(String... arguments) {
    try {
      FileArguments.of(arguments);
    } catch (MisconfiguredException e) {
      throw refuse(String.valueOf(e.getMessage()));
    }
    System.setProperty("quarkus.log.level", "WARN");
    task(arguments[0].equals("import") ? ImportFile.class : ExportFile.class, arguments);
  }

  private static void serve() {
    Environment environment = environment();
    requireFree(environment.port(), "PORT");
    requireFree(environment.managementPort(), "MANAGEMENT_PORT");
    Quarkus.run(Serve.class);
  }

  /** Listens nowhere, so that it runs beside a replica. */
  private static void task(Class<? extends QuarkusApplication> task, String... arguments) {
    environment();
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    System.setProperty("quarkus.shutdown.delay", "0s");
    Quarkus.run(task, arguments);
  }

  /** Checked before the framework starts: what it would say of a mistake fills a screen. */
  private static Environment environment() {
    try {
      Environment environment = Environment.of(System.getenv());
      System.setProperty("quarkus.profile", environment.name());
      System.setProperty("PORT", String.valueOf(environment.port()));
      System.setProperty("MANAGEMENT_PORT", String.valueOf(environment.managementPort()));
      return environment;
    } catch (MisconfiguredException e) {
      throw refuse(String.valueOf(e.getMessage()));
    }
  }

  private static void requireFree(int port, String key) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw refuse("port %d is already taken; set %s to another".formatted(port, key));
    }
  }

  private static IllegalStateException refuse(String reason) {
    System.err.println("The registration service cannot start: " + reason);
    System.exit(REFUSED_TO_START);
    return new IllegalStateException("the process has ended");
  }
}
