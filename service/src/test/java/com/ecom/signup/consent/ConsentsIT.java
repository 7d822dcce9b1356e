package com.ecom.signup.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.signup.Poll;
import com.ecom.signup.consent.Consents.Outcome;
import com.ecom.signup.consent.Origin.Channel;
import com.ecom.signup.consent.Standing.State;
import com.ecom.signup.local.database.DatabaseSettings;
import com.ecom.signup.local.database.EmbeddedDatabase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger in a real database: what it keeps, what it refuses, and who writes at once. */
final class ConsentsIT {
  private static final String EMAIL = Consents.MARKETING_EMAIL;
  private static final Origin PAGE = new Origin(Channel.PAGE, "/sign-up");
  private static final Origin MAIL = new Origin(Channel.MAIL, "one-click");
  private static final Wording ENGLISH = Wordings.current(EMAIL, "en");
  private static final Wording FRENCH = Wordings.current(EMAIL, "fr");

  private static EmbeddedDatabase database;

  private final UUID customer = UUID.randomUUID();
  private Connection connection;

  @BeforeAll
  static void open() {
    database = EmbeddedDatabase.start(DatabaseSettings.throwAway());
    Flyway.configure()
        .dataSource(database.jdbcUrl(), EmbeddedDatabase.USER, database.password())
        .schemas("customer")
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = database.connection();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void recordsWithdrawsAndGrantsAnew() throws SQLException {
    assertThat(standing().state()).isEqualTo(State.NONE);
    assertThat(record(Statement.granted(FRENCH, PAGE))).isEqualTo(Outcome.RECORDED);
    Standing granted = standing();
    assertThat(granted.state()).isEqualTo(State.GRANTED);
    assertThat(granted.basis()).isEqualTo(Basis.EXPRESS);
    assertThat(granted.wordingVersion()).isEqualTo(1);
    assertThat(granted.language()).isEqualTo("fr");
    assertThat(granted.since()).isBetween(Instant.now().minusSeconds(60), Instant.now());

    assertThat(Consents.withdraw(connection, customer, EMAIL, MAIL)).isTrue();
    assertThat(Consents.withdraw(connection, customer, EMAIL, MAIL)).isFalse();
    assertThat(standing().state()).isEqualTo(State.WITHDRAWN);
    assertThat(record(bought(Instant.now()))).isEqualTo(Outcome.WITHDRAWN_BEFORE);
    assertThat(standing().state()).isEqualTo(State.WITHDRAWN);

    assertThat(record(Statement.granted(ENGLISH, PAGE))).isEqualTo(Outcome.RECORDED);
    assertThat(record(bought(Instant.now()))).isEqualTo(Outcome.EXPRESS_STANDS);
    assertThat(standing().state()).isEqualTo(State.GRANTED);
    assertThat(sequences()).containsExactly(1, 2, 3);
  }

  @Test
  void withdrawsWhatWasNeverGiven() throws SQLException {
    assertThat(Consents.withdraw(connection, customer, EMAIL, MAIL)).isTrue();
    assertThat(record(bought(Instant.now()))).isEqualTo(Outcome.WITHDRAWN_BEFORE);
    assertThat(standing().state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void confirmsWhatWasAskedOnceInItsWords() throws SQLException {
    assertThat(Consents.confirm(connection, customer, EMAIL, MAIL)).isFalse();
    record(Statement.asked(FRENCH, PAGE));
    assertThat(standing().mayAdvertise()).isFalse();

    assertThat(Consents.confirm(connection, customer, EMAIL, MAIL)).isTrue();
    assertThat(Consents.confirm(connection, customer, EMAIL, MAIL)).isFalse();
    assertThat(standing().mayAdvertise()).isTrue();
    assertThat(standing().language()).isEqualTo("fr");
    assertThat(sequences()).containsExactly(1, 2);
  }

  @Test
  void confirmsNothingThatWasWithdrawnMeanwhile() throws SQLException {
    record(Statement.asked(ENGLISH, PAGE));
    Consents.withdraw(connection, customer, EMAIL, MAIL);

    assertThat(Consents.confirm(connection, customer, EMAIL, MAIL)).isFalse();
    assertThat(standing().state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void countsMonthsOfWhatIsImplied() throws SQLException {
    Instant then = Instant.parse("2025-08-31T23:30:00Z");
    record(Statement.implied(Basis.IMPLIED_INQUIRY, EMAIL, PAGE, then));
    Instant end = Instant.parse("2026-02-28T23:30:00Z");

    assertThat(standing(end.minusMillis(1)).state()).isEqualTo(State.GRANTED);
    assertThat(standing(end).state()).isEqualTo(State.EXPIRED);
    record(bought(then));
    assertThat(standing(end).expiresAt()).isEqualTo(Instant.parse("2027-08-31T23:30:00Z"));
    assertThat(standing(end).state()).isEqualTo(State.GRANTED);
  }

  @Test
  void doesNotLetPurchaseOfTheFutureLastLonger() throws SQLException {
    record(bought(Instant.now().plus(Duration.ofDays(300))));

    assertThat(standing().expiresAt())
        .isBeforeOrEqualTo(OffsetDateTime.now(ZoneOffset.UTC).plusYears(2).toInstant());
  }

  @Test
  void readsManyCustomersAtOnce() throws SQLException {
    UUID other = UUID.randomUUID();
    UUID silent = UUID.randomUUID();
    record(Statement.granted(ENGLISH, PAGE));
    Consents.record(connection, other, Statement.granted(ENGLISH, PAGE));
    Consents.withdraw(connection, other, EMAIL, MAIL);

    Map<UUID, List<Standing>> standings =
        Consents.standings(connection, List.of(customer, other, silent), Instant.now());
    assertThat(standings).hasSize(3);
    assertThat(standings.get(customer)).extracting(Standing::state).containsExactly(State.GRANTED);
    assertThat(standings.get(other)).extracting(Standing::state).containsExactly(State.WITHDRAWN);
    assertThat(standings.get(silent)).extracting(Standing::state).containsExactly(State.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update customer.consent_entry set act = 'granted'",
        "delete from customer.consent_entry",
        "truncate customer.consent_entry",
        "update customer.consent_wording set version = 2",
        "delete from customer.consent_wording",
        "truncate customer.consent_wording cascade",
      })
  void isOnlyAddedTo(String change) throws SQLException {
    record(Statement.granted(ENGLISH, PAGE));

    assertThatThrownBy(() -> execute(change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("is only added to");
    assertThat(sequences()).containsExactly(1);
  }

  @Test
  void holdsNoWordsUnderTheHashOfOthers() {
    assertThatThrownBy(
            () ->
                execute(
                    "insert into customer.consent_wording (hash, purpose, version, language, text)"
                        + " values (repeat('0', 64), 'marketing-email', 9, 'en', 'Yes')"))
        .hasMessageContaining("consent_wording_hash_is_of_text");
  }

  @Test
  void keepsBothOfTwoThatRecordForOneCustomerAtOnce() throws Exception {
    record(Statement.granted(ENGLISH, PAGE), UUID.randomUUID());
    connection.setAutoCommit(false);
    record(Statement.granted(ENGLISH, PAGE));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Outcome> second = threads.submit(() -> inOther(Statement.granted(ENGLISH, PAGE)));
      Poll.until("the second waits", Duration.ofSeconds(30), ConsentsIT::somebodyWaits);
      connection.commit();

      assertThat(second.get()).isEqualTo(Outcome.RECORDED);
    }
    assertThat(sequences()).containsExactly(1, 2);
  }

  /** The purchase was decided on while there was no withdrawal to be seen. */
  @Test
  void thinksAgainWhenWithdrawalWasFaster() throws Exception {
    connection.setAutoCommit(false);
    Consents.withdraw(connection, customer, EMAIL, MAIL);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Outcome> purchase = threads.submit(() -> inOther(bought(Instant.now())));
      Poll.until("the purchase waits", Duration.ofSeconds(30), ConsentsIT::somebodyWaits);
      connection.commit();

      assertThat(purchase.get()).isEqualTo(Outcome.WITHDRAWN_BEFORE);
    }
    assertThat(sequences()).containsExactly(1);
  }

  @Test
  void customersDoNotWaitForEachOther() throws SQLException {
    record(Statement.granted(ENGLISH, PAGE), UUID.randomUUID());
    connection.setAutoCommit(false);
    record(Statement.granted(ENGLISH, PAGE));
    UUID other = UUID.randomUUID();
    try (Connection second = database.connection()) {
      execute(second, "set lock_timeout = '1s'");
      assertThat(Consents.record(second, other, Statement.granted(ENGLISH, PAGE)))
          .isEqualTo(Outcome.RECORDED);
    }
    connection.rollback();
  }

  @Test
  void writesSnapshotForEvents() throws Exception {
    record(Statement.granted(ENGLISH, PAGE, Instant.parse("2026-01-02T03:04:05Z")));

    assertThat(json(json -> Snapshot.write(json, standings())))
        .isEqualTo(
            """
            {"consents":[{"purpose":"marketing-email","state":"granted","basis":"express",\
            "since":"2026-01-02T03:04:05Z","expires_at":null,"may_advertise":true}]}\
            """);
  }

  @Test
  void provesEveryStatementWithItsWords() throws Exception {
    record(Statement.implied(Basis.IMPLIED_PURCHASE, EMAIL, PAGE, Instant.EPOCH));
    record(Statement.granted(ENGLISH, PAGE, Instant.parse("2026-01-02T03:04:05Z")));
    Consents.withdraw(connection, customer, EMAIL, MAIL);
    Proof proof = Proof.of(connection, customer);

    assertThat(json(proof::write))
        .startsWith(
            """
            {"customer_id":"%s","entries":[\
            {"sequence":1,"purpose":"marketing-email","act":"granted","basis":"implied-purchase",\
            "occurred_at":"1970-01-01T00:00:00Z","expires_at":"1972-01-01T00:00:00Z",\
            "channel":"page","source":"/sign-up"},\
            {"sequence":2,"purpose":"marketing-email","act":"granted","basis":"express",\
            "occurred_at":"2026-01-02T03:04:05Z","channel":"page","source":"/sign-up",\
            "language":"en","wording":{"version":1,"language":"en","text":"%s","sha256":"%s"}},\
            {"sequence":3,"purpose":"marketing-email","act":"withdrawn","occurred_at":"\
            """
                .formatted(customer, ENGLISH.text(), ENGLISH.hash()))
        .endsWith("\"channel\":\"mail\",\"source\":\"one-click\"}]}");
  }

  @FunctionalInterface
  private interface Members {
    void to(JsonGenerator json) throws IOException, SQLException;
  }

  private static String json(Members members) throws IOException, SQLException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      members.to(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static Statement bought(Instant then) {
    return Statement.implied(Basis.IMPLIED_PURCHASE, EMAIL, PAGE, then);
  }

  private Outcome record(Statement given) throws SQLException {
    return record(given, customer);
  }

  private Outcome record(Statement given, UUID who) throws SQLException {
    return Consents.record(connection, who, given);
  }

  private Outcome inOther(Statement given) throws SQLException {
    try (Connection other = database.connection()) {
      return Consents.record(other, customer, given);
    }
  }

  private Standing standing() throws SQLException {
    return standings().getFirst();
  }

  private List<Standing> standings() throws SQLException {
    return Consents.standings(connection, customer, Instant.now());
  }

  private Standing standing(Instant now) throws SQLException {
    return Consents.standings(connection, customer, now).getFirst();
  }

  private List<Integer> sequences() throws SQLException {
    return Entries.of(connection, customer).stream().map(Entry::sequence).toList();
  }

  private void execute(String statement) throws SQLException {
    execute(connection, statement);
  }

  private static void execute(Connection on, String sql) throws SQLException {
    try (PreparedStatement statement = on.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static boolean somebodyWaits() {
    try (Connection watcher = database.connection();
        PreparedStatement statement =
            watcher.prepareStatement(
                "select exists (select from pg_stat_activity where wait_event_type = 'Lock')");
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
