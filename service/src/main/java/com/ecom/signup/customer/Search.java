package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds customers by the beginning of something. Each way of looking is one range of one index, in
 * its order, so that a page costs the same whatever the beginning is and however many there are.
 */
public final class Search {
  static final String LAST_NAME =
      "(customer.plain(coalesce(last_name, '') || ' ' || coalesce(first_name, '')))";
  static final String FIRST_NAME =
      "(customer.plain(coalesce(first_name, '') || ' ' || coalesce(last_name, '')))";
  static final String PHONE = "(reverse(translate(coalesce(phone_e164, phone), '+ -.()', '')))";

  private Search() {}

  /** Somebody who was found, and where in the order. */
  public record Found(Profile profile, Place place) {}

  /**
   * The next that begin so.
   *
   * @param after the place of the last of the page before
   */
  public static List<Found> find(
      Connection connection, SearchTerm term, Filter filter, Place after, int limit)
      throws SQLException {
    return switch (term) {
      case SearchTerm.Name(String text) ->
          find(connection, names(filter), "customer.plain(?)", text, filter, after, limit);
      case SearchTerm.Phone(String digits) ->
          find(
              connection,
              List.of(new Way(PHONE, where(filter), false)),
              "?",
              digits,
              filter,
              after,
              limit);
      case SearchTerm.Address(String key) ->
          find(connection, addresses(filter), "?", key, filter, after, limit);
    };
  }

  /**
   * One range of one index.
   *
   * @param again whether the beginning is asked for once more, at the end
   */
  private record Way(String key, String where, boolean again) {
    /**
     * One beginning alone: of two, PostgreSQL may take the earlier one and read all that is
     * between. Nothing sorts after the last character that there is.
     */
    String range(String beginning) {
      return """
      (select %1$s collate "C" as place, %2$s
      from customer.cust_registration
      where (%1$s collate "C", id) > (greatest(%3$s collate "C", ?), ?)
        and %1$s collate "C" < %3$s || chr(1114111)
        and %4$s
      order by 1, id
      limit ?)
      """
          .formatted(key, Profiles.COLUMNS, beginning, where);
    }
  }

  private static String where(Filter filter) {
    return filter.standingIs() + filter.timeIs();
  }

  /** Who is found by the last name is not found again by the first. */
  private static List<Way> names(Filter filter) {
    String once = " and not starts_with(" + LAST_NAME + ", customer.plain(?))";
    return List.of(
        new Way(LAST_NAME, where(filter), false), new Way(FIRST_NAME, where(filter) + once, true));
  }

  private static List<Way> addresses(Filter filter) {
    return List.of(
        new Way("email_key", "is_active and " + where(filter), false),
        new Way("email_key", "is_active is not true and " + where(filter), false));
  }

  private static List<Found> find(
      Connection connection,
      List<Way> ways,
      String beginning,
      String text,
      Filter filter,
      Place after,
      int limit)
      throws SQLException {
    String sql =
        """
        select * from (%s) as found
        order by place, id
        limit ?
        """
            .formatted(
                ways.stream()
                    .map(way -> way.range(beginning))
                    .collect(Collectors.joining("union all\n")));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters parameters = new Parameters(statement);
      for (Way way : ways) {
        parameters.text(text).text(after.key()).id(after.id()).text(text).times(filter);
        if (way.again()) {
          parameters.text(text);
        }
        parameters.number(limit);
      }
      parameters.number(limit);
      List<Found> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Profile profile = Profiles.profile(row);
          found.add(new Found(profile, new Place(row.getString("place"), profile.id())));
        }
      }
      return found;
    }
  }
}
