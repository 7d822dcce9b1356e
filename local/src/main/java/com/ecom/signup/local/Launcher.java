package com.ecom.signup.local;

import com.ecom.signup.local.aws.AwsStandIn;
import com.ecom.signup.local.database.DatabaseRefusal;
import com.ecom.signup.local.database.DatabaseSettings;
import com.ecom.signup.local.database.EmbeddedDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts everything in order, and stops it whichever way the end comes. */
final class Launcher {

  private static final String SECRET = "signup/local/database";
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final Settings settings;
  private final List<String> command;
  private final Running running = new Running();
  private final AtomicBoolean ready = new AtomicBoolean();

  Launcher(Settings settings, List<String> command) {
    this.settings = settings;
    this.command = command;
  }

  /**
   * Returns when the service ends by itself, with its exit code, or when nothing could be started.
   */
  int run() {
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
    try {
      return serve(running.start(() -> DataFolder.open(settings.dataFolder())));
    } catch (Refusal refusal) {
      refusal.problems().forEach(System.err::println);
    } catch (DatabaseRefusal refusal) {
      System.err.println(refusal.getMessage());
    } catch (CancellationException | InterruptedException e) {
      // Told to stop while starting: there is nothing to say.
    } catch (RuntimeException e) {
      System.err.println("The start failed: " + e.getMessage());
    }
    return 1;
  }

  private int serve(DataFolder folder) throws InterruptedException {
    ServiceProcess.stopLeftBehind(folder.servicePid());
    Ports.check(settings.ports());
    boolean first = Files.notExists(folder.database());
    Thread.startVirtualThread(() -> tellWhenSlow(first));
    String password = folder.password();
    EmbeddedDatabase database =
        running.start(
            () -> EmbeddedDatabase.start(DatabaseSettings.kept(folder.database(), password)));
    AwsStandIn aws =
        running.start(() -> AwsStandIn.start(settings.localPort(), at(settings.port())));
    aws.putSecret(SECRET, password);
    String topic = aws.createTopic("customer-registered");
    Map<String, String> environment = new HashMap<>(environment(database, aws, topic));
    environment.put("OPERATOR_TOKEN", folder.operatorToken());
    ServiceProcess service =
        running.start(() -> ServiceProcess.start(command, environment, folder.servicePid()));
    if (new Readiness(at(settings.managementPort()).resolve("/health/ready")).await(service)) {
      ready.set(true);
      System.out.print(banner(folder.operatorToken()));
    }
    return service.exitCode();
  }

  private Map<String, String> environment(EmbeddedDatabase database, AwsStandIn aws, String topic) {
    return Map.ofEntries(
        Map.entry("ENV_CONFIG", "local"),
        Map.entry("PORT", Integer.toString(settings.port())),
        Map.entry("MANAGEMENT_PORT", Integer.toString(settings.managementPort())),
        Map.entry("DB_HOST", "localhost"),
        Map.entry("DB_PORT", Integer.toString(database.port())),
        Map.entry("DB_NAME", EmbeddedDatabase.DATABASE),
        Map.entry("DB_USER", EmbeddedDatabase.USER),
        Map.entry("DB_SECRET", SECRET),
        Map.entry("SNS_TOPIC_ARN", topic),
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_ENDPOINT_URL", aws.endpoint().toString()),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("LOCAL_INBOX_URL", aws.endpoint() + "/local"));
  }

  private void tellWhenSlow(boolean first) {
    try {
      Thread.sleep(QUIET);
      if (!ready.get()) {
        System.out.println(
            first
                ? "Still starting; the first time creates the database ..."
                : "Still starting ...");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String banner(String operatorToken) {
    return """

      Sign-up page      %1$s/
      API documentation %1$s/docs
      Local inbox       %1$s/local
      Health            %2$s/health
      Data              %3$s
      Operators         %1$s/console
                        user operator, password %4$s

      Ctrl-C stops everything.

    """
        .formatted(
            at(settings.port()),
            at(settings.managementPort()),
            settings.dataFolder(),
            operatorToken);
  }

  private static URI at(int port) {
    return URI.create("http://localhost:" + port);
  }
}
