package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lists customers in the order of their registration; those of the old service come last. */
public final class Directory {
  private Directory() {}

  /**
   * The next of a list.
   *
   * @param after the last of the page before, or the least id
   */
  public static List<Profile> after(Connection connection, UUID after, Filter filter, int limit)
      throws SQLException {
    String sql =
        """
        select %s
        from customer.cust_registration
        where id > ? and id >= ? and id <= ? and %s%s
        order by id
        limit ?
        """
            .formatted(Profiles.COLUMNS, filter.standingIs(), filter.timeIs());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters parameters = new Parameters(statement);
      parameters.id(after).id(filter.leastId()).id(filter.mostId());
      parameters.times(filter).number(limit);
      List<Profile> profiles = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          profiles.add(Profiles.profile(row));
        }
      }
      return profiles;
    }
  }
}
