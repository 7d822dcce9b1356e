package com.ecom.signup.mail;

import com.ecom.signup.token.SigningKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Where mails are put, in the transaction that gives reason for them. */
@Singleton
public final class Outbox {
  private static final String PUT =
      """
      insert into customer.mail (id, kind, about, address, address_hash, language)
      select id, ?, about, address, address_hash, language
      from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[])
        as mail (id, about, address, address_hash, language)
      on conflict do nothing
      """;

  private final SigningKey key;

  Outbox(SigningKey key) {
    this.key = key;
  }

  /**
   * A mail to be written.
   *
   * @param id the same if the same is put again
   * @param emailKey canonical, by which the mails to one address are counted
   */
  public record Order(UUID id, UUID about, String address, String emailKey, String language) {
    @Override
    public String toString() {
      return "Order[" + id + "]";
    }
  }

  /** Puts mails of one kind; those that are there already are left alone. */
  public void put(Connection connection, String kind, List<Order> orders) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PUT)) {
      statement.setString(1, kind);
      statement.setArray(
          2, connection.createArrayOf("uuid", orders.stream().map(Order::id).toArray()));
      statement.setArray(
          3, connection.createArrayOf("uuid", orders.stream().map(Order::about).toArray()));
      statement.setArray(
          4, connection.createArrayOf("text", orders.stream().map(Order::address).toArray()));
      statement.setArray(
          5, connection.createArrayOf("uuid", orders.stream().map(this::hash).toArray()));
      statement.setArray(
          6, connection.createArrayOf("text", orders.stream().map(Order::language).toArray()));
      statement.executeUpdate();
    }
  }

  private UUID hash(Order order) {
    return addressHash(order.emailKey());
  }

  /** What the mails to one address are counted by. */
  UUID addressHash(String emailKey) {
    return key.shortHash("mail", emailKey);
  }

  /** How many mails of a kind, but for this one, an address got in the last 24 hours. */
  public int sentToday(Connection connection, String kind, String emailKey, Mail except)
      throws SQLException {
    return Mails.before(connection, kind, addressHash(emailKey), except.id()).ofKindToday();
  }
}
