package com.ecom.signup.customer;

import com.ecom.signup.customer.Search.Found;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those who fit what somebody looks for.
 *
 * @param near whether nobody has the name that was typed, and these have one that is nearly so
 * @param limit how many there are at most
 */
public record Matches(List<Found> found, boolean near, int limit) {
  /** The next; where nobody at all begins so, those whose names are near. */
  public static Matches of(
      Connection connection, SearchTerm term, Filter filter, Place after, int limit)
      throws SQLException {
    List<Found> found = Search.find(connection, term, filter, after, limit);
    return found.isEmpty() && after.equals(Place.FIRST) && term instanceof SearchTerm.Name name
        ? new Matches(near(connection, name, filter, limit), true, limit)
        : new Matches(found, false, limit);
  }

  private static List<Found> near(
      Connection connection, SearchTerm.Name name, Filter filter, int limit) throws SQLException {
    List<Found> near = new ArrayList<>();
    for (SearchTerm.Name other : NearNames.of(connection, name)) {
      near.addAll(Search.find(connection, other, filter, Place.FIRST, limit - near.size()));
    }
    return near;
  }

  /** Where the next page goes on; empty if this is the last. */
  public Optional<Place> next() {
    return !near && found.size() == limit ? Optional.of(found.getLast().place()) : Optional.empty();
  }
}
