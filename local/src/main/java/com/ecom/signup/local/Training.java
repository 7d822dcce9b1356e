package com.ecom.signup.local;

import com.ecom.signup.local.aws.AwsStandIn;
import com.ecom.signup.local.database.DatabaseSettings;
import com.ecom.signup.local.database.EmbeddedDatabase;
import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the cache with which the service starts in a fraction of the time (JEP 483, JEP 514): runs
 * it against a real database and the AWS protocols, has it do what it does in production, and lets
 * the JVM write down the classes it needed.
 *
 * <p>The profile of that run (JEP 515) is left out on purpose: with it, the start is spent on
 * optimising methods for a load that has not come yet.
 */
public final class Training {
  private static final String SECRET = "signup/training/database";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Left out of later starts: whether every setting in the artefact is one that is read. */
  private static final String VALIDATION = "-Dsmallrye.config.mapping.validate-unknown=true";

  private static final int REGISTRATIONS = 100;
  private static final List<String> PAGES =
      List.of("/", "/docs", "/redoc", "/openapi.json", "/assets/signup.js", "/nowhere");

  private final Artefact artefact;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = FreePort.find();
  private final int managementPort = FreePort.find();

  private Training(Artefact artefact) {
    this.artefact = artefact;
  }

  /**
   * Takes the folder of the packaged service, {@code quarkus-app}, and that of the Java it will be
   * run by, if that is another one.
   */
  public static void main(String[] arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("Usage: Training <folder of quarkus-run.jar> [<folder of Java>]");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    of(arguments.length == 1 ? new Artefact(folder) : new Artefact(folder, Path.of(arguments[1])));
  }

  /**
   * Trains a packaged service.
   *
   * @throws IllegalStateException if it does not start, or the JVM writes no cache; with its log
   */
  public static void of(Artefact artefact) {
    new Training(artefact).run();
  }

  /** Trains a service that is not; of several processes that ask at once, one does. */
  public static void once(Artefact artefact) {
    Path lock = artefact.folder().resolveSibling("training.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && !artefact.isTrained()) {
        of(artefact);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.throwAway());
        AwsStandIn aws = AwsStandIn.start(0)) {
      aws.putSecret(SECRET, database.password());
      String topic = aws.createTopic("customer-registered");
      Map<String, String> environment = environment(database, aws, topic);
      Path log = Files.createTempFile("training", ".log");
      // Migrations run as a task of their own; a usual start has none to run.
      end(start(environment, log, List.of(), List.of("migrate")), log);
      Process service =
          start(
              environment,
              log,
              List.of(
                  "-XX:AOTCacheOutput=" + artefact.cache(),
                  "-XX:+UnlockDiagnosticVMOptions",
                  "-XX:-AOTRecordTraining",
                  VALIDATION),
              List.of());
      try {
        journey(service, aws, log);
      } finally {
        service.destroy();
      }
      end(service, log);
      check(log);
      Files.delete(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Map<String, String> environment(EmbeddedDatabase database, AwsStandIn aws, String topic) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ENV_CONFIG", "dev");
    environment.put("PORT", Integer.toString(port));
    environment.put("MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.put("DB_HOST", "localhost");
    environment.put("DB_PORT", Integer.toString(database.port()));
    environment.put("DB_SECRET", SECRET);
    environment.put("SNS_TOPIC_ARN", topic);
    environment.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
    environment.put("TRUSTED_PROXIES", "127.0.0.0/8,::1");
    environment.put("QUARKUS_SHUTDOWN_DELAY", "0s");
    return environment;
  }

  private Process start(
      Map<String, String> environment, Path log, List<String> options, List<String> arguments)
      throws IOException {
    List<String> command = artefact.command(options);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void end(Process process, Path log) throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw failure("the service did not end", log);
    }
  }

  private void check(Path log) throws IOException {
    if (!artefact.isTrained()) {
      throw failure("the JVM wrote no cache", log);
    }
  }

  private static IllegalStateException failure(String what, Path log) throws IOException {
    return new IllegalStateException(what + "; its log says:\n" + Files.readString(log));
  }

  /** What happens every day, and what goes wrong every day. */
  private void journey(Process service, AwsStandIn aws, Path log)
      throws IOException, InterruptedException {
    awaitReadiness(service, log);
    for (int i = 0; i < REGISTRATIONS; i++) {
      register("asha." + i + "@example.com", "Asha");
      lookUp("ASHA." + i + "@example.com");
    }
    register("asha.1@example.com", "Asha");
    register("asha.1@example.com", "Ash");
    register("asha@", "");
    lookUp("zo\u00eb@ex\u00e4mple.com");
    post("/customer-registration", "{not json");
    for (String page : PAGES) {
      get(port, page);
    }
    get(managementPort, "/metrics");
    awaitPublications(aws);
  }

  private void awaitReadiness(Process service, Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!service.isAlive() || System.nanoTime() > end) {
        throw failure("the service is not ready", log);
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get(managementPort, "/health/ready") == 200;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  private static void awaitPublications(AwsStandIn aws) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (aws.published() < REGISTRATIONS && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private void register(String address, String firstName) throws IOException, InterruptedException {
    post(
        "/customer-registration",
        """
        {"first_name": "%s", "last_name": "Patel", "email_id": "%s", "phone": "416-555-0123",
         "province": "Ontario", "city": "Toronto", "postalcode": "m5v2t6"}
        """
            .formatted(firstName, address));
  }

  private void lookUp(String address) throws IOException, InterruptedException {
    post("/verify-registration", "{\"email_id\": \"%s\"}".formatted(address));
  }

  private void post(String path, String json) throws IOException, InterruptedException {
    send(
        request(port, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private int get(int at, String path) throws IOException, InterruptedException {
    return send(request(at, path).header("Accept", "text/html").build());
  }

  /** As a load balancer sends it. */
  private static HttpRequest.Builder request(int at, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + at + path))
        .header("X-Forwarded-For", "203.0.113.7")
        .timeout(Duration.ofSeconds(30));
  }

  private int send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
