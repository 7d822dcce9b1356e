package com.ecom.signup.fault;

import static com.ecom.signup.fault.Trial.assertKept;
import static com.ecom.signup.fault.Trial.pause;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.local.aws.Fault;
import com.ecom.signup.local.aws.Service;
import com.ecom.signup.local.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The packaged service under load while something fails: what clients were told is compared with
 * the database and with what the topic received. Nothing may be lost and nothing doubled, whatever
 * happens; each interruption has a bound.
 */
final class FaultsIT {
  private static final String CUT_THE_SERVICE_OFF =
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'signup'";
  private static final String HOLDING =
      "select count(*) from pg_stat_activity"
          + " where application_name = 'signup' and state = 'idle in transaction'";

  /** Those that are refused hold one too for a moment: more than the service asks for at once. */
  private static final String RESERVED = "10";

  private static final long A_MINUTE = Duration.ofMinutes(1).toMillis();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> LINES = new ArrayList<>();

  private static void keep(Reckoning reckoning, Duration longestInterruption) {
    LINES.add(reckoning.line(longestInterruption));
    System.out.println(Reckoning.HEAD + "\n" + LINES.getLast());
    assertKept(reckoning, longestInterruption);
  }

  /** Where the database is away for longer than a request waits, some are asked to come again. */
  private static void keepThroughOutage(Reckoning reckoning, Duration longestInterruption) {
    keep(reckoning, longestInterruption);
    assertThat(reckoning.askedAgain()).as("asked again").isPositive();
  }

  /** Where nothing is killed or cut off, each message comes once and each request is answered. */
  private static void keepCalm(Reckoning reckoning, Duration longestInterruption) {
    keep(reckoning, longestInterruption);
    assertThat(reckoning.repeated()).as("repeated").isZero();
    assertThat(reckoning.askedAgain()).as("asked again").isZero();
  }

  @AfterAll
  static void show() throws IOException {
    String table =
        LINES.stream().sorted().collect(Collectors.joining("\n", Reckoning.HEAD + "\n", "\n"));
    System.out.println(table);
    Files.writeString(Path.of("target", "faults.txt"), table);
  }

  @Test
  void serviceIsKilled() throws Exception {
    long seed = Long.getLong("faults.seed", System.nanoTime());
    Random random = new Random(seed);
    System.out.println("moments of death by -Dfaults.seed=" + seed);
    try (Trial trial =
        Trial.of("kill -9 of the service, " + Form.CURRENT.times(4, 20) + " times")) {
      ServiceProcess service = trial.startService();
      trial.begin();
      for (int i = 0; i < Form.CURRENT.times(4, 20); i++) {
        pause(Duration.ofMillis(random.nextInt(1500)));
        service.kill();
        service = trial.startService();
      }
      trial.flows();
      keep(trial.end(), Duration.ofSeconds(30));
    }
  }

  @Test
  void relayIsKilledAndAnotherTakesOver() throws Exception {
    try (Trial trial = Trial.of("kill -9 of one of two relays")) {
      trial.startService();
      ServiceProcess relay = trial.startService(elsewhere());
      trial.begin();
      trial.stage().aws().fail(Service.SNS, Fault.delay(Duration.ofSeconds(3)));
      Poll.until("both hold events", SOON, () -> trial.stage().count(HOLDING) == 2);
      relay.kill();
      trial.stage().aws().recover();
      trial.outWithin(Duration.ofSeconds(10));
      trial.flows();
      keep(trial.end(), Duration.ofSeconds(10));
    }
  }

  private static Map<String, String> elsewhere() {
    LoadBalancer.Ports ports = LoadBalancer.Ports.free();
    return Map.of(
        "PORT", String.valueOf(ports.open()),
        "MANAGEMENT_PORT", String.valueOf(ports.management()));
  }

  @Test
  void databaseIsKilled() throws Exception {
    try (Trial trial = Trial.of("kill -9 and restart of PostgreSQL")) {
      trial.startService();
      trial.begin();
      for (int i = 0; i < Form.CURRENT.times(2, 5); i++) {
        trial.stage().database().kill();
        pause(Duration.ofSeconds(1));
        trial.stage().database().restart();
        trial.flows();
      }
      keep(trial.end(), Duration.ofSeconds(30));
    }
  }

  @Test
  void databaseStalls() throws Exception {
    try (Trial trial = Trial.of("a stalled database (SIGSTOP)")) {
      trial.startService();
      trial.begin();
      Duration stall = Form.CURRENT.seconds(6, 10);
      trial.stage().database().pause();
      pause(stall);
      trial.stage().database().resume();
      trial.flows();
      Reckoning reckoning = trial.end();
      keepThroughOutage(reckoning, Duration.ofSeconds(40));
      assertThat(reckoning.interruption())
          .as("nothing went on")
          .isGreaterThan(stall.minusSeconds(1));
    }
  }

  @Test
  void databaseHasNoConnectionLeft() throws Exception {
    try (Trial trial =
        Trial.of(
            "PostgreSQL out of connections",
            DatabaseSettings.throwAway()
                .with("max_connections", "27")
                .with("superuser_reserved_connections", RESERVED))) {
      trial.startService();
      trial.begin();
      List<Connection> hoard = new ArrayList<>();
      long end = System.nanoTime() + Form.CURRENT.seconds(8, 20).toNanos();
      while (System.nanoTime() < end) {
        trial.stage().executeAsSuperuser(CUT_THE_SERVICE_OFF);
        hoard(trial, hoard);
      }
      for (Connection connection : hoard) {
        connection.close();
      }
      trial.flows();
      keepThroughOutage(trial.end(), Duration.ofSeconds(45));
    }
  }

  /** All that there are, also those that the service has just lost. */
  private static void hoard(Trial trial, List<Connection> hoard) {
    try {
      while (true) {
        hoard.add(trial.stage().database().connection());
      }
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("53300");
    }
  }

  @Test
  void databaseHostVanishes() throws Exception {
    try (Trial trial = Trial.of("the database's host vanishes");
        TcpProxy network = new TcpProxy(trial.stage().database().port())) {
      trial.tell("DB_PORT", String.valueOf(network.port()));
      trial.startService();
      trial.begin();
      network.silence();
      pause(Form.CURRENT.seconds(8, 20));
      network.speak();
      trial.flows();
      keepThroughOutage(trial.end(), Duration.ofSeconds(60));
    }
  }

  @Test
  void databaseFailsOver() throws Exception {
    try (Trial trial = Trial.of("fail-over to a replica");
        Replication replication = new Replication(trial.stage().database().password());
        TcpProxy address = new TcpProxy(replication.primaryPort())) {
      trial.databaseAt(address.port(), replication::connection);
      trial.startService();
      trial.begin();
      address.cut();
      pause(Form.CURRENT.seconds(5, 30));
      replication.promote();
      address.leadTo(replication.replicaPort());
      trial.flows();
      keepThroughOutage(trial.end(), Duration.ofSeconds(60));
    }
  }

  @Test
  void diskOfTheDatabaseIsFull() throws Exception {
    try (SmallDisk disk = new SmallDisk(256);
        Trial trial =
            Trial.of(
                "disk full in the database",
                DatabaseSettings.throwAway(disk.database())
                    .with("max_wal_size", "64MB")
                    .with("min_wal_size", "32MB"))) {
      trial.startService();
      trial.begin();
      disk.fill();
      pause(Form.CURRENT.seconds(10, 30));
      disk.empty();
      trial.stage().database().restart();
      trial.flows();
      keepThroughOutage(trial.end(), Duration.ofSeconds(90));
    }
  }

  @Test
  void clocksJump() throws Exception {
    FakeClock clock = new FakeClock();
    try (Trial trial =
        Trial.of("clocks jump an hour", DatabaseSettings.throwAway().in(clock.variables()))) {
      trial.startService(clock.variables());
      trial.begin();
      for (long hours : new long[] {1, 0, -1, 0}) {
        trial.stage().aws().failNext(Service.SNS, 20, Fault.outage());
        clock.jump(Duration.ofHours(hours));
        pause(Form.CURRENT.seconds(2, 5));
        trial.flows();
        assertJumped(trial, Duration.ofHours(hours));
      }
      keep(trial.end(), Duration.ofSeconds(20));
    }
  }

  /** The database says what time it is, and the ids of new customers what the service thinks. */
  private static void assertJumped(Trial trial, Duration by) {
    long expected = System.currentTimeMillis() + by.toMillis();
    assertThat(trial.stage().count("select (extract(epoch from now()) * 1000)::bigint"))
        .isBetween(expected - A_MINUTE, expected + A_MINUTE);
    assertThat(
            trial
                .stage()
                .count(
                    """
                    select count(*) from customer.cust_registration
                    where ('x0000' || substr(replace(id::text, '-', ''), 1, 12))::bit(64)::bigint
                      between ? and ?
                    """,
                    expected - A_MINUTE,
                    expected + A_MINUTE))
        .isPositive();
  }

  @Test
  void topicIsDown() throws Exception {
    Duration time = Form.CURRENT.seconds(5, 60);
    topic("SNS is down", Fault.outage(), trial -> trial.topicStandsStill(time));
  }

  @Test
  void topicThrottles() throws Exception {
    Duration time = Form.CURRENT.seconds(5, 60);
    topic("SNS throttles", Fault.throttling(), trial -> trial.topicStandsStill(time));
  }

  @Test
  void topicIsSlow() throws Exception {
    topic(
        "SNS answers after 5 s",
        Fault.delay(Duration.ofSeconds(5)),
        trial -> {
          trial.awaitWaiting("waiting_since < now() - interval '4 seconds'");
          pause(Form.CURRENT.seconds(6, 60));
        });
  }

  @Test
  void topicFailsHalfOfEachBatch() throws Exception {
    topic(
        "SNS fails half of each batch",
        Fault.failedMessages(message -> message.matches(".*[13579]@.*")),
        trial -> {
          trial.awaitWaiting("attempts > 1");
          pause(Form.CURRENT.seconds(5, 60));
        });
  }

  /**
   * While the topic does that.
   *
   * @param meanwhile takes the time, and sees that the fault bites
   */
  private static void topic(String scenario, Fault fault, Consumer<Trial> meanwhile)
      throws Exception {
    try (Trial trial = Trial.of(scenario)) {
      trial.startService();
      trial.begin();
      trial.stage().aws().fail(Service.SNS, fault);
      meanwhile.accept(trial);
      trial.flows();
      trial.stage().aws().recover();
      trial.flows();
      keepCalm(trial.end(), Duration.ofSeconds(10));
    }
  }

  @Test
  void secretIsRotated() throws Exception {
    try (Trial trial = Trial.of("the database's secret is rotated")) {
      trial.startService();
      trial.begin();
      for (int rotation = 0; rotation < Form.CURRENT.times(2, 10); rotation++) {
        String password = "rotated-" + rotation;
        trial.stage().putPendingSecret(password);
        trial.stage().executeAsSuperuser("alter role ecom_user password '" + password + "'");
        retireConnections(trial);
        trial.flows();
        trial.stage().promotePendingSecret();
        retireConnections(trial);
        trial.flows();
      }
      keepCalm(trial.end(), Duration.ofSeconds(10));
    }
  }

  /**
   * Those at rest, as a pool does with old ones: new ones need the new password. The table is held
   * meanwhile, so that none that was at rest a moment ago has published by the time it is ended.
   */
  private static void retireConnections(Trial trial) throws SQLException {
    try (Connection connection = trial.stage().database().superuserConnection("ecommerce");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table customer.event in exclusive mode");
      statement.execute(CUT_THE_SERVICE_OFF + " and state = 'idle'");
      connection.commit();
    }
  }

  /** The topic is slow, so that each has messages under way when it is told to go. */
  @Test
  void replicasAreReplaced() throws Exception {
    LoadBalancer.Ports a = LoadBalancer.Ports.free();
    LoadBalancer.Ports b = LoadBalancer.Ports.free();
    try (LoadBalancer balancer = new LoadBalancer(a, b);
        Trial trial = Trial.of("two replicas are replaced in turn")) {
      trial.tell("QUARKUS_SHUTDOWN_DELAY", "2s").through(balancer.origin());
      ServiceProcess first = trial.startService(on(a));
      ServiceProcess second = trial.startService(on(b));
      pause(Duration.ofSeconds(1));
      trial.stage().aws().fail(Service.SNS, Fault.delay(Duration.ofSeconds(1)));
      trial.begin();
      for (int i = 0; i < Form.CURRENT.times(1, 3); i++) {
        first = replaced(first, trial, a);
        second = replaced(second, trial, b);
      }
      trial.stage().aws().recover();
      keepCalm(trial.end(), Duration.ofSeconds(10));
    }
  }

  private static ServiceProcess replaced(
      ServiceProcess old, Trial trial, LoadBalancer.Ports ports) {
    old.close();
    ServiceProcess fresh = trial.startService(on(ports));
    pause(Duration.ofSeconds(1));
    trial.flows();
    return fresh;
  }

  private static Map<String, String> on(LoadBalancer.Ports ports) {
    return Map.of(
        "PORT", String.valueOf(ports.open()),
        "MANAGEMENT_PORT", String.valueOf(ports.management()));
  }
}
