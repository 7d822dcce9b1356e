package com.ecom.signup.confirmation;

import com.ecom.signup.token.Secret;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The hashes of links and codes in {@code customer.confirmation_token}: one of each a mail. */
final class TokenTable {
  private static final String ADD =
      "insert into customer.confirmation_token (token_hash, pending_id, code_hash) values (?, ?,"
          + " ?)";
  private static final String OF_LINK =
      "select pending_id from customer.confirmation_token where token_hash = ?";
  private static final String CODES =
      "select code_hash from customer.confirmation_token where pending_id = ?";
  private static final String DELETE =
      "delete from customer.confirmation_token where pending_id = ?";

  private TokenTable() {}

  static void add(Connection connection, UUID pendingId, Secret link, byte[] codeHash)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setBytes(1, link.hash());
      statement.setObject(2, pendingId);
      statement.setBytes(3, codeHash);
      statement.executeUpdate();
    }
  }

  /** The registration that a link was made for. */
  static Optional<UUID> ofLink(Connection connection, Secret link) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_LINK)) {
      statement.setBytes(1, link.hash());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  /** Whether a code was sent for the registration; takes the same time wherever they differ. */
  static boolean hasCode(Connection connection, UUID pendingId, byte[] codeHash)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CODES)) {
      statement.setObject(1, pendingId);
      boolean found = false;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found |= MessageDigest.isEqual(row.getBytes(1), codeHash);
        }
      }
      return found;
    }
  }

  /** None of them counts any more. */
  static void delete(Connection connection, UUID pendingId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setObject(1, pendingId);
      statement.executeUpdate();
    }
  }
}
