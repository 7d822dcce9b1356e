package com.ecom.signup.mail;

import com.ecom.signup.erasure.PersonalData;
import com.ecom.signup.template.Language;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails in {@code customer.mail}. */
final class Mails {
  /** Oldest first; those that another replica is sending are skipped, as they are put off. */
  private static final String TAKE =
      """
      select id, kind, about, address, language, address_hash, attempts,
        extract(epoch from now() - written_at) as age
      from customer.mail
      where waiting_since is not null
        and (
          put_off_until is null
          or put_off_until <= now()
          or put_off_until > now() + interval '1 day')
      order by waiting_since
      limit ?
      for update skip locked
      """;

  /**
   * How many others of this kind the address was written in a day, and how long ago the last of any
   * kind was. Those that are being sent count: one that fails is sent later.
   */
  private static final String SENT_TO =
      """
      select
        count(*) filter (where counts_as = ?),
        coalesce(extract(epoch from now() - max(tried_at)), 1e9)
      from customer.mail
      where address_hash = ? and tried_at > now() - interval '1 day' and id <> ?
      """;

  /** Keeps other replicas from writing to the address at the same time; false if one does. */
  private static final String HOLD_ADDRESS =
      "select pg_try_advisory_xact_lock(hashtextextended(?::text, 0))";

  private static final String WRITTEN =
      """
      update customer.mail
      set counts_as = ?, tried_at = now(), attempts = attempts + 1,
          put_off_until = now() + ? * interval '1 millisecond'
      where id = ?
      """;

  private static final String PUT_OFF =
      """
      update customer.mail
      set put_off_until = now() + ? * interval '1 millisecond',
          last_error = coalesce(?, last_error)
      where id = ?
      """;

  private static final String SENT =
      """
      update customer.mail
      set sent_at = now(), message_id = ?, address = null, waiting_since = null,
          put_off_until = null, last_error = null
      where id = ?
      """;

  private static final String GIVE_UP =
      """
      update customer.mail
      set address = null, waiting_since = null, put_off_until = null, last_error = ?
      where id = ?
      """;

  private static final String KEPT =
      """
      select id, kind, address, language, written_at, sent_at, message_id
      from customer.mail
      where about = any(?) or address_hash = any(?)
      order by written_at
      """;

  private static final String PURGE =
      """
      delete from customer.mail
      where id in (
        select id
        from customer.mail
        where waiting_since is null and written_at < now() - interval '2 days'
        order by written_at
        limit ?
        for update skip locked)
      """;

  private static final String FORGET =
      "delete from customer.mail where about = any(?) or address_hash = any(?)";

  private Mails() {}

  /**
   * A mail and what has become of it so far.
   *
   * @param age since it was written
   */
  record Waiting(Mail mail, UUID addressHash, int attempts, Duration age) {}

  /** What one address got before. */
  record Before(int ofKindToday, Duration sinceLast) {}

  static List<Waiting> take(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setInt(1, limit);
      List<Waiting> waiting = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          waiting.add(waiting(row));
        }
      }
      return waiting;
    }
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        new Mail(
            row.getObject("id", UUID.class),
            row.getString("kind"),
            row.getObject("about", UUID.class),
            row.getString("address"),
            Language.of(row.getString("language")).orElse(Language.ENGLISH)),
        row.getObject("address_hash", UUID.class),
        row.getInt("attempts"),
        seconds(row.getDouble("age")));
  }

  static Before before(Connection connection, String kind, UUID addressHash, UUID except)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SENT_TO)) {
      statement.setString(1, kind);
      statement.setObject(2, addressHash);
      statement.setObject(3, except);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Before(row.getInt(1), seconds(row.getDouble(2)));
      }
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  /**
   * Leaves a mail alone for a while.
   *
   * @param error why, if something went wrong
   */
  static void putOff(Connection connection, UUID id, Duration pause, @Nullable String error)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PUT_OFF)) {
      statement.setLong(1, pause.toMillis());
      statement.setString(2, error);
      statement.setObject(3, id);
      statement.executeUpdate();
    }
  }

  /** Whether nobody else is writing to the address until the transaction ends. */
  static boolean hold(Connection connection, UUID addressHash) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLD_ADDRESS)) {
      statement.setString(1, addressHash.toString());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Notes that it is written and about to be sent, for which this replica has some time. */
  static void written(Connection connection, UUID id, String countsAs, Duration time)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRITTEN)) {
      statement.setString(1, countsAs);
      statement.setLong(2, time.toMillis());
      statement.setObject(3, id);
      statement.executeUpdate();
    }
  }

  static void sent(Connection connection, UUID id, String messageId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SENT)) {
      statement.setString(1, messageId);
      statement.setObject(2, id);
      statement.executeUpdate();
    }
  }

  static void giveUp(Connection connection, UUID id, String reason) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GIVE_UP)) {
      statement.setString(1, reason);
      statement.setObject(2, id);
      statement.executeUpdate();
    }
  }

  /** Forgets mails that were sent or given up days ago; how many. */
  static int purge(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
      statement.setInt(1, limit);
      return statement.executeUpdate();
    }
  }

  /** Forgets all mails about these customers, and to these addresses; how many. */
  static int forget(Connection connection, List<UUID> about, List<UUID> addressHashes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setArray(1, connection.createArrayOf("uuid", about.toArray()));
      statement.setArray(2, connection.createArrayOf("uuid", addressHashes.toArray()));
      return statement.executeUpdate();
    }
  }

  /** The mails about somebody, and to an address. */
  static List<PersonalData.Kept> kept(
      Connection connection, List<UUID> about, List<UUID> addressHashes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEPT)) {
      statement.setArray(1, connection.createArrayOf("uuid", about.toArray()));
      statement.setArray(2, connection.createArrayOf("uuid", addressHashes.toArray()));
      return PersonalData.Kept.rows("mail", statement);
    }
  }
}
