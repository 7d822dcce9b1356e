package com.ecom.signup.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.database.DatabaseSettings;
import com.ecom.signup.local.port.FreePort;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One scenario from its beginning to its reckoning: a stage, replicas on it, and load on those. */
final class Trial implements AutoCloseable {
  private static final Duration DRAINED = Duration.ofMinutes(2);
  private static final int ENOUGH = 100;

  private final String scenario;
  private final Stage stage;
  private final Received received;
  private final List<ServiceProcess> services = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private final int port = FreePort.find();
  private Load load = new Load("http://localhost:" + port);
  private Connecting connecting;

  private Trial(String scenario, Stage stage) {
    this.scenario = scenario;
    this.stage = stage;
    this.received = new Received(stage.aws());
    this.connecting = () -> stage.database().superuserConnection("ecommerce");
    variables.putAll(stage.variables());
    variables.put("PORT", String.valueOf(port));
    variables.put("MANAGEMENT_PORT", String.valueOf(FreePort.find()));
  }

  /** Where to find the database at the end. */
  @FunctionalInterface
  interface Connecting {
    Connection connect() throws SQLException;
  }

  static Trial of(String scenario) {
    return of(scenario, DatabaseSettings.throwAway());
  }

  static Trial of(String scenario, DatabaseSettings database) {
    return new Trial(scenario, Stage.open(database));
  }

  Stage stage() {
    return stage;
  }

  /** Tells the replicas that start from now on something more, or otherwise. */
  Trial tell(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Has the database elsewhere than on the stage. */
  Trial databaseAt(int databasePort, Connecting found) {
    connecting = found;
    return tell("DB_PORT", String.valueOf(databasePort));
  }

  /** Sends the load somewhere else than to a replica itself. */
  Trial through(String origin) {
    load = new Load(origin);
    return this;
  }

  /** Starts a replica, on the same ports each time, and waits until it is ready. */
  ServiceProcess startService() {
    return startService(Map.of());
  }

  /** The same, told more. */
  ServiceProcess startService(Map<String, String> more) {
    ServiceProcess service = launch(more);
    service.awaitReadiness(true);
    return service;
  }

  /** The same without waiting. */
  ServiceProcess launch(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(variables);
    all.putAll(more);
    ServiceProcess service = ServiceProcess.launch(all);
    services.add(service);
    return service;
  }

  /** Begins the load; returns when it flows. */
  Trial begin() {
    load.start();
    flows();
    return this;
  }

  /** Waits until registrations go on. */
  void flows() {
    load.flows(ENOUGH);
  }

  /** The topic takes nothing for that long. */
  void topicStandsStill(Duration time) {
    pause(Duration.ofSeconds(1)); // for what was on its way
    int before = received.messages().size();
    pause(time);
    assertThat(received.messages()).as("the topic takes nothing").hasSize(before);
  }

  /** Waits until events wait for the topic that match a condition. */
  void awaitWaiting(String condition) {
    Poll.until(
        "events wait and " + condition,
        Duration.ofSeconds(30),
        () ->
            stage.count(
                    "select count(*) from customer.event"
                        + " where waiting_since is not null and "
                        + condition)
                > 0);
  }

  /** What waits now is out within that time, although the load goes on. */
  void outWithin(Duration time) {
    long now = stage.count("select (extract(epoch from now()) * 1000)::bigint");
    Poll.until(
        "what waited is out",
        time,
        () ->
            stage.count(
                    "select count(*) from customer.event"
                        + " where waiting_since < to_timestamp(? / 1000.0)",
                    now)
                == 0);
  }

  /** Ends the load, lets the events out, and compares. */
  Reckoning end() throws InterruptedException, SQLException {
    load.stop();
    try (Connection connection = connecting.connect();
        Statement statement = connection.createStatement()) {
      Poll.until("all events are out", DRAINED, () -> waiting(statement) == 0);
      return Reckoning.of(scenario, load, Stored.in(connection), received.messages());
    }
  }

  private static long waiting(Statement statement) {
    try (var row =
        statement.executeQuery(
            "select count(*) from customer.event"
                + " where waiting_since is not null or parked_at is not null")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    received.close();
    for (ServiceProcess service : services) {
      service.end();
    }
    stage.close();
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What every scenario has to keep. */
  static void assertKept(Reckoning reckoning, Duration longestInterruption) {
    assertThat(reckoning.told()).as("the load ran").isGreaterThan(2 * ENOUGH);
    assertThat(reckoning.lost()).as("lost").isZero();
    assertThat(reckoning.doubled()).as("doubled").isZero();
    assertThat(reckoning.unfounded()).as("published without a commit").isZero();
    assertThat(reckoning.interruption()).isLessThan(longestInterruption);
  }
}
