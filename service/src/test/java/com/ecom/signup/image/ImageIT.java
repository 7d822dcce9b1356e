package com.ecom.signup.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The image within the limits of the smallest task; {@code ops/image-check} builds it for this. */
@EnabledIfSystemProperty(
    named = "image",
    matches = ".+",
    disabledReason = "ops/image-check runs it")
final class ImageIT {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final long LARGEST = 260_000_000;

  private static Stage stage;
  private static Container container;

  @BeforeAll
  static void start() throws IOException {
    stage = Stage.open();
    try (Container migration = Container.start(variables(), "migrate")) {
      assertThat(migration.exitCode()).as(migration.log()).isZero();
    }
    try (Container without = started("with no cache", "JDK_JAVA_OPTIONS", "-XX:AOTMode=off")) {
      note("memory with no cache", memory(without));
    }
    // With this mode the JVM refuses to start if it cannot use the cache.
    container = started("with the AOT cache", "JDK_JAVA_OPTIONS", "-XX:AOTMode=on");
    note("memory with the AOT cache", memory(container));
  }

  @AfterAll
  static void stop() {
    container.close();
    stage.close();
  }

  private static Map<String, String> variables() {
    Map<String, String> variables = stage.variables();
    variables.remove("QUARKUS_SHUTDOWN_DELAY");
    return variables;
  }

  private static Container started(String how, String key, String value) throws IOException {
    Map<String, String> variables = variables();
    variables.put(key, value);
    Container started = Container.start(variables);
    String address = "asha." + System.nanoTime() + "@example.com";
    Poll.until(
        how,
        LONGEST,
        () -> started.isRunning() ? register(started, address) == 200 : fail(started));
    note("first registration " + how, seconds(started.age()));
    return started;
  }

  private static boolean fail(Container ended) {
    throw new AssertionError("the container ended:\n" + ended.log());
  }

  /** The status of the answer, 0 where there is none. */
  private static int register(Container container, String address) {
    try {
      return container
          .post(
              "/customer-registration",
              """
              {"first_name": "Asha", "last_name": "Patel", "email_id": "%s", "phone": "416-555-0123",
               "province": "Ontario", "city": "Toronto", "postalcode": "m5v2t6"}
              """
                  .formatted(address))
          .statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private static String memory(Container container) {
    return container
            .execute(
                "bash",
                "-c",
                "while read -r k v _; do [ $k != VmHWM: ] || echo $((v / 1024)); done"
                    + " </proc/1/status")
            .strip()
        + " MB resident at most";
  }

  private static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1e3);
  }

  private static void note(String what, String figure) throws IOException {
    Files.writeString(
        Path.of(System.getProperty("image.findings")),
        "  %-42s %s%n".formatted(what, figure),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Test
  void registersLooksUpAndAnnounces() throws IOException {
    assertThat(register(container, "first@example.com")).isEqualTo(200);
    assertThat(
            container.post("/verify-registration", "{\"email_id\": \"FIRST@example.com\"}").body())
        .isEqualTo("\"User exist.You may login\"");
    Poll.until(
        "the event is published",
        LONGEST,
        () ->
            stage.aws().publications().stream()
                .anyMatch(publication -> publication.message().contains("first@example.com")));
  }

  @Test
  void saysThatItIsHealthy() {
    assertThat(Container.inspect("index .Config.Healthcheck.Test 1")).isEqualTo("healthy");
    container.execute("healthy");
    assertThat(container.health("/health/ready")).isEqualTo(200);
  }

  @Test
  void runsAsNobodyWithoutRights() {
    assertThat(container.execute("id", "-u").strip()).isEqualTo("10001");
    assertThat(container.execute("grep", "-E", "Cap(Eff|Bnd)|NoNewPrivs", "/proc/1/status"))
        .containsPattern("CapEff:\\s*0{16}\\s")
        .containsPattern("CapBnd:\\s*0{16}\\s")
        .containsPattern("NoNewPrivs:\\s*1\\s");
  }

  /** So that it can change nothing even where the file system may be written to. */
  @Test
  void ownsNothing() {
    assertThat(
            Container.runInstead(
                "find", "/app", "/opt", "/usr", "/etc", "-user", "10001", "-o", "-perm", "-o+w",
                "-type", "f"))
        .isBlank();
  }

  @Test
  void findsNothingToWriteTo() {
    String places =
        "for place in / /app /opt /etc /home /run /var /tmp /var/tmp; do (: >$place/it) 2>/dev/null"
            + " && echo $place; done; true";
    assertThat(container.execute("bash", "-c", places)).isBlank();
  }

  @Test
  void isSmall() throws IOException {
    long size = Long.parseLong(Container.inspect(".Size"));
    note("image", size / 1_000_000 + " MB");
    assertThat(size).isLessThanOrEqualTo(LARGEST);
  }

  @Test
  void saysWhatItIsMadeOf() {
    assertThat(Container.inspect("index .Config.Labels \"org.opencontainers.image.revision\""))
        .matches("[0-9a-f]{40}|unknown");
    assertThat(Container.inspect("index .Config.Labels \"org.opencontainers.image.created\""))
        .matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
  }

  @Test
  void stopsWithinItsTimeAndLosesNothing() throws Exception {
    try (Container other = started("of a second one", "ENV_CONFIG", "dev")) {
      Clients clients = new Clients(address -> register(other, address));
      Poll.until("requests are answered", LONGEST, () -> clients.told().size() > 50);
      // A load balancer sends nothing more once readiness is off.
      Thread balancer =
          Thread.startVirtualThread(
              () -> {
                Poll.until("readiness is off", LONGEST, () -> other.health("/health/ready") != 200);
                clients.stop();
              });
      note("memory under load", memory(other));
      Duration before = other.age();
      other.stop();
      note("graceful stop under load", seconds(other.age().minus(before)));
      balancer.join();
      assertThat(other.exitCode()).isEqualTo(143);
      assertThat(clients.otherAnswers()).isEmpty();
      assertThat(clients.told()).allMatch(ImageIT::isStored);
      note("registrations until then", clients.told().size() + ", none lost");
    }
  }

  private static boolean isStored(String address) {
    return stage.count(
            "select count(*) from customer.cust_registration where email_id = ?", address)
        == 1;
  }
}
