package com.ecom.signup.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the trail, in the transaction of what is recorded: both happen, or neither does. Entries
 * hold ids, names of fields and counts, and nothing personal of a customer, so that an erasure need
 * not touch them.
 */
public final class AuditTrail {
  /** No address of a person fits. */
  private static final Pattern DETAIL = Pattern.compile("[A-Za-z0-9._:/,+ -]{0,200}");

  private static final String MASKED = "***";

  private AuditTrail() {}

  /**
   * Records something. Those who record at the same time wait for each other until they commit; so
   * let it be the last statement of the transaction.
   *
   * @param connection in a transaction (READ COMMITTED)
   * @param subject the customer, or the other thing, that it was about
   * @param reason that was given; {@link Reason} says of what form
   * @param details ids, names of fields, counts; a value of another form is masked
   * @throws IllegalStateException if there is no transaction
   */
  public static void record(
      Connection connection,
      Actor actor,
      Action action,
      @Nullable UUID subject,
      @Nullable String reason,
      Map<String, String> details)
      throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException("expected a transaction, so that both happen or neither");
    }
    EntryTable.Head head = EntryTable.holdHead(connection);
    EntryTable.add(
        connection,
        new Entry(
            head.sequence() + 1,
            head.now(),
            actor,
            action.word(),
            subject,
            reason,
            parts(details),
            head.hash()));
  }

  private static List<String> parts(Map<String, String> details) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(details)
        .forEach(
            (name, value) -> {
              parts.add(masked(name));
              parts.add(masked(value));
            });
    return List.copyOf(parts);
  }

  private static String masked(String value) {
    return DETAIL.matcher(value).matches() ? value : MASKED;
  }
}
