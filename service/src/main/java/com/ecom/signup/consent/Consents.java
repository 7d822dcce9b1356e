package com.ecom.signup.consent;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What customers agreed to and took back.
 *
 * <p>What is added follows from what is there; so it is added at the next sequence, and where
 * somebody else was faster, all is thought over again. Customers do not wait for each other.
 */
public final class Consents {
  /** The purpose of offers and news by email. */
  public static final String MARKETING_EMAIL = "marketing-email";

  private static final int ATTEMPTS = 100;

  private Consents() {}

  /** What became of a statement. */
  public enum Outcome {
    RECORDED,
    /** It was older than a withdrawal, or merely implied: nothing is added. */
    WITHDRAWN_BEFORE,
    /** It would be less than what the customer agreed to already: nothing is added. */
    EXPRESS_STANDS
  }

  /** The language in which a customer last stated anything; empty if nobody knows. */
  public static Optional<String> language(Connection connection, UUID customerId)
      throws SQLException {
    return Entries.of(connection, customerId).reversed().stream()
        .flatMap(entry -> Optional.ofNullable(entry.statement().language()).stream())
        .findFirst();
  }

  /** Adds a statement to those of a customer, if it changes anything by the rules. */
  public static Outcome record(Connection connection, UUID customerId, Statement given)
      throws SQLException {
    return append(
            connection,
            customerId,
            given.purpose(),
            history ->
                history.outcome(given) == Outcome.RECORDED ? Optional.of(given) : Optional.empty())
        .map(history -> history.outcome(given))
        .orElse(Outcome.RECORDED);
  }

  /**
   * Takes consent back; also where none was given, so that none is implied later.
   *
   * @return whether that is new
   */
  public static boolean withdraw(
      Connection connection, UUID customerId, String purpose, Origin origin) throws SQLException {
    return append(
            connection,
            customerId,
            purpose,
            history ->
                history.isWithdrawn()
                    ? Optional.empty()
                    : Optional.of(Statement.withdrawn(purpose, origin)))
        .isEmpty();
  }

  /**
   * Makes a consent of what was asked, in the words that it was asked in.
   *
   * @return whether anything was outstanding
   */
  public static boolean confirm(
      Connection connection, UUID customerId, String purpose, Origin origin) throws SQLException {
    return append(
            connection,
            customerId,
            purpose,
            history -> history.outstanding().map(wording -> Statement.confirmed(wording, origin)))
        .isEmpty();
  }

  /** How it stands with each purpose, in the order of their names. */
  public static List<Standing> standings(Connection connection, UUID customerId, Instant now)
      throws SQLException {
    return standings(connection, Set.of(customerId), now).getOrDefault(customerId, List.of());
  }

  /** The same for each of these customers. */
  public static Map<UUID, List<Standing>> standings(
      Connection connection, Collection<UUID> customerIds, Instant now) throws SQLException {
    Map<UUID, List<Entry>> entries = Entries.of(connection, customerIds);
    Map<UUID, List<Standing>> standings = HashMap.newHashMap(customerIds.size());
    for (UUID customerId : customerIds) {
      standings.put(customerId, standings(entries.getOrDefault(customerId, List.of()), now));
    }
    return standings;
  }

  /** A purpose that nobody is asked for any more stays in the ledger, and stands as it does. */
  private static List<Standing> standings(List<Entry> entries, Instant now) {
    Set<String> purposes = Wordings.purposes();
    entries.forEach(entry -> purposes.add(entry.statement().purpose()));
    return purposes.stream().map(purpose -> history(entries, purpose).at(now)).toList();
  }

  /** Adds what is decided on; where that is nothing, the history that spoke against it. */
  private static Optional<History> append(
      Connection connection,
      UUID customerId,
      String purpose,
      Function<History, Optional<Statement>> decision)
      throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Entry> entries = Entries.of(connection, customerId);
      History history = history(entries, purpose);
      Optional<Statement> statement = decision.apply(history);
      if (statement.isEmpty()) {
        return Optional.of(history);
      }
      int sequence = entries.isEmpty() ? 1 : entries.getLast().sequence() + 1;
      if (Entries.append(connection, customerId, sequence, statement.get())) {
        return Optional.empty();
      }
    }
    throw new SQLTransactionRollbackException("others were always faster", "40001");
  }

  private static History history(List<Entry> entries, String purpose) {
    return new History(
        purpose,
        entries.stream().filter(entry -> entry.statement().purpose().equals(purpose)).toList());
  }
}
