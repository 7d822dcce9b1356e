package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.customer.Directory;
import com.ecom.signup.customer.Filter;
import com.ecom.signup.customer.Matches;
import com.ecom.signup.customer.Place;
import com.ecom.signup.customer.Position;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.customer.SearchTerm;
import com.ecom.signup.database.Database;
import com.ecom.signup.problem.Problem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lists and finds customers. The audit trail has how many were shown; what was looked for is
 * personal, and is in nothing.
 */
@Singleton
final class DirectoryActs {
  private final Database database;

  DirectoryActs(Database database) {
    this.database = database;
  }

  /** The next of a list. */
  List<Profile> list(AuditedCall call, Position after, Filter filter, int limit) {
    return database.inTransaction(
        connection -> {
          List<Profile> shown = Directory.after(connection, after, filter, limit);
          audit(call, connection, Action.CUSTOMERS_LISTED, shown.size());
          return shown;
        });
  }

  /** The next who fit. */
  Matches find(AuditedCall call, SearchTerm term, Filter filter, Place after, int limit) {
    return database.inTransaction(
        connection -> {
          Matches matches = Matches.of(connection, term, filter, after, limit);
          audit(call, connection, Action.CUSTOMERS_FOUND, matches.found().size());
          return matches;
        });
  }

  /**
   * A customer.
   *
   * @throws Refusal if there is none with this id
   */
  Profile show(AuditedCall call, UUID id) {
    return database
        .inTransaction(
            connection -> {
              Optional<Profile> found = Profiles.find(connection, id);
              if (found.isPresent()) {
                call.audit(connection, Action.CUSTOMER_SHOWN, id, Map.of());
              }
              return found;
            })
        .orElseThrow(() -> new Refusal(Problem.CUSTOMER_UNKNOWN));
  }

  private static void audit(AuditedCall call, Connection connection, Action action, int shown)
      throws SQLException {
    call.audit(connection, action, null, Map.of("count", String.valueOf(shown)));
  }

  /** Reads the word of a standing. */
  static Optional<Standing> standing(String word) {
    for (Standing standing : Standing.values()) {
      if (standing.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(standing);
      }
    }
    return Optional.empty();
  }
}
