package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Lists customers: in the order of their registration where its time counts, or else in that of
 * their ids, which is the same for those who registered here. Whoever was brought in has a time or
 * an id of elsewhere.
 */
public final class Directory {
  private Directory() {}

  /**
   * The next of a list.
   *
   * @param after the end of the page before
   */
  public static List<Profile> after(Connection connection, Position after, Filter filter, int limit)
      throws SQLException {
    String order = filter.isOfTime() ? "registered_at, id" : "id";
    String sql =
        """
        select %s
        from customer.cust_registration
        where (%s) > (%s) and %s%s
        order by %s
        limit ?
        """
            .formatted(
                Profiles.COLUMNS,
                order,
                order.replaceAll("\\w+", "?"),
                filter.standingIs(),
                filter.timeIs(),
                order);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters parameters = new Parameters(statement);
      if (filter.isOfTime()) {
        parameters.timeOrEarliest(after.time());
      }
      parameters.id(after.id()).times(filter).number(limit);
      return Profiles.profiles(statement);
    }
  }

  /** Where a page of a list ends that has this one last. */
  public static Position end(Profile last, Filter filter) {
    return new Position(filter.isOfTime() ? last.registeredAt() : null, last.id());
  }
}
