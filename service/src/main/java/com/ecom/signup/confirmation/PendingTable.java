package com.ecom.signup.confirmation;

import com.ecom.signup.confirmation.PendingRegistration.Channel;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.erasure.PersonalData;
import com.ecom.signup.template.Language;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The registrations in {@code customer.pending_registration}. */
final class PendingTable {
  private static final String COLUMNS =
      """
      select
        id, email_key, first_name, last_name, email_id, phone, province, city, postacode, country,
        language, channel, fingerprint, screen_hash, consent_wording,
        quarantined_at is not null as quarantined, wrong_answers, created_at, expires_at > now() as live, confirmed_at, customer_id
      from customer.pending_registration
      """;

  private static final String BY_ID = COLUMNS + "where id = ?";
  private static final String HELD = BY_ID + " for update";
  private static final String OF_SCREEN =
      COLUMNS + "where screen_hash = ? order by created_at desc limit 1";

  private static final String WRONG =
      "update customer.pending_registration set wrong_answers = wrong_answers + ? where id = ?";

  private static final String CONFIRMED =
      """
      update customer.pending_registration
      set confirmed_at = now(), customer_id = ?, email_key = '', first_name = '', last_name = '',
          email_id = '', phone = '', province = null, city = '', postacode = null
      where id = ?
      """;

  private static final String QUARANTINED =
      COLUMNS + "where quarantined_at is not null and confirmed_at is null order by id limit ?";

  private static final String OF_ADDRESS =
      COLUMNS
          + """
          where email_key = ? and confirmed_at is null and expires_at > now()
          order by created_at desc, id
          limit ?
          """;

  private static final String RELEASE =
      "update customer.pending_registration set quarantined_at = null where id = ?";

  /** By the index of when they expire, which is so long after they came. */
  private static final String RECEIVED =
      """
      select count(found)
      from unnest(?::timestamptz[]) with ordinality as span (first, number)
      left join lateral (
        select true as found
        from customer.pending_registration
        where expires_at >= span.first + ? * interval '1 second'
          and expires_at < span.first + (? + ?) * interval '1 second'
        limit 100000) as pending on true
      group by span.number
      order by span.number
      """;

  private static final String DROP = "delete from customer.pending_registration where id = ?";

  private static final String FORGET =
      "delete from customer.pending_registration where email_key = any(?)";

  private static final String KEPT =
      """
      select
        id, first_name, last_name, email_id as email, phone, province, city,
        postacode as postal_code, country, language, channel, created_at, expires_at
      from customer.pending_registration
      where email_key = any(?)
      order by created_at
      """;

  private static final String PURGE =
      """
      delete from customer.pending_registration
      where id in (
        select id
        from customer.pending_registration
        where expires_at < now()
        order by expires_at
        limit ?
        for update skip locked)
      """;

  private PendingTable() {}

  /**
   * A registration and what has become of it.
   *
   * @param live whether its time is not over
   * @param customerId of the customer that it became, if it did
   */
  record Stored(
      PendingRegistration registration,
      int wrongAnswers,
      Instant createdAt,
      boolean live,
      boolean confirmed,
      @Nullable UUID customerId) {}

  static Optional<Stored> find(Connection connection, UUID id) throws SQLException {
    return one(connection, BY_ID, id);
  }

  /** The same, held until the transaction ends. */
  static Optional<Stored> hold(Connection connection, UUID id) throws SQLException {
    return one(connection, HELD, id);
  }

  /** The last that was made on a screen. */
  static Optional<Stored> ofScreen(Connection connection, UUID screenHash) throws SQLException {
    return one(connection, OF_SCREEN, screenHash);
  }

  private static Optional<Stored> one(Connection connection, String sql, UUID key)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, key);
      List<Stored> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(stored(row));
        }
      }
      return found.stream().findFirst();
    }
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new PendingRegistration(
            row.getObject("id", UUID.class),
            new CustomerForm(
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email_id"),
                row.getString("phone"),
                row.getString("province"),
                row.getString("city"),
                row.getString("postacode"),
                row.getString("country")),
            row.getString("email_key"),
            Language.of(row.getString("language")).orElse(Language.ENGLISH),
            Channel.valueOf(row.getString("channel")),
            row.getObject("fingerprint", UUID.class),
            row.getObject("screen_hash", UUID.class),
            row.getString("consent_wording"),
            row.getBoolean("quarantined")),
        row.getInt("wrong_answers"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("live"),
        row.getObject("confirmed_at") != null,
        row.getObject("customer_id", UUID.class));
  }

  /** Counts wrong answers. */
  static void wrong(Connection connection, UUID id, int answers) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRONG)) {
      statement.setInt(1, answers);
      statement.setObject(2, id);
      statement.executeUpdate();
    }
  }

  /**
   * Notes that it was confirmed, and lets go of what it says.
   *
   * @param customerId null if another customer has the address
   */
  static void confirmed(Connection connection, UUID id, @Nullable UUID customerId)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CONFIRMED)) {
      statement.setObject(1, customerId);
      statement.setObject(2, id);
      statement.executeUpdate();
    }
  }

  /** Those that an operator has to look at, oldest first. */
  static List<Stored> quarantined(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QUARANTINED)) {
      statement.setInt(1, limit);
      List<Stored> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(stored(row));
        }
      }
      return found;
    }
  }

  /** Those of an address that can still be confirmed, newest first. */
  static List<Stored> ofAddress(Connection connection, String emailKey, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_ADDRESS)) {
      statement.setString(1, emailKey);
      statement.setInt(2, limit);
      List<Stored> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(stored(row));
        }
      }
      return found;
    }
  }

  static void release(Connection connection, UUID id) throws SQLException {
    execute(connection, RELEASE, id);
  }

  /**
   * How many came in each of these spans of time, but for those in quarantine.
   *
   * @param time that each waits to be confirmed
   */
  static List<Integer> received(
      Connection connection, List<Instant> beginnings, Duration length, Duration time)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RECEIVED)) {
      statement.setArray(1, connection.createArrayOf("timestamptz", beginnings.toArray()));
      statement.setLong(2, time.toSeconds());
      statement.setLong(3, time.toSeconds());
      statement.setLong(4, length.toSeconds());
      List<Integer> counts = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.add(row.getInt(1));
        }
      }
      return counts;
    }
  }

  static void drop(Connection connection, UUID id) throws SQLException {
    execute(connection, DROP, id);
  }

  private static void execute(Connection connection, String sql, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      statement.executeUpdate();
    }
  }

  /** Forgets those of these addresses; how many. */
  static int forget(Connection connection, List<String> emailKeys) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setArray(1, connection.createArrayOf("text", emailKeys.toArray()));
      return statement.executeUpdate();
    }
  }

  /** Forgets those whose time is over; how many. */
  static int purge(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
      statement.setInt(1, limit);
      return statement.executeUpdate();
    }
  }

  /** What waits of these addresses. */
  static List<PersonalData.Kept> kept(Connection connection, List<String> emailKeys)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEPT)) {
      statement.setArray(1, connection.createArrayOf("text", emailKeys.toArray()));
      return PersonalData.Kept.rows("waiting_registration", statement);
    }
  }
}
