package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proposes active customers that may be the same person as another. Each way of looking reads a
 * bounded part of one index; whether they are alike is for the caller to say.
 */
public final class Alike {
  private static final int MOST_OF_EACH = 50;

  private static final String NEWEST_FIRST =
      """
      select %s
      from customer.cust_registration
      where id < ? and is_active
      order by id desc
      limit ?
      """
          .formatted(Profiles.COLUMNS);

  private static final String CANDIDATES =
      """
      select %1$s
      from customer.cust_registration
      where id in (
        select id from (
          select id
          from customer.cust_registration
          where %2$s collate "C" = reverse(translate(?, '+ -.()', ''))
          limit %4$d) as same_phone
        union
        select id from (
          select id
          from customer.cust_registration
          where %3$s collate "C" = customer.plain(?)
          limit %4$d) as same_name
        union
        select id from (
          select id
          from customer.cust_registration
          where email_key >= ? || '@' and email_key < ? || 'A' and is_active
          limit %4$d) as same_local_part
        union
        select id from (
          select id
          from customer.cust_registration
          where email_key >= ? || '+' and email_key < ? || ',' and is_active
          limit %4$d) as tagged
        union
        select id from customer.cust_registration where email_key = any(?) and is_active)
        and id <> ? and is_active
      """
          .formatted(Profiles.COLUMNS, Search.PHONE, Search.LAST_NAME, MOST_OF_EACH);

  private Alike() {}

  /** The next active customers, from the newest to the oldest. */
  public static List<Profile> newestBefore(Connection connection, UUID id, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWEST_FIRST)) {
      new Parameters(statement).id(id).number(limit);
      return profiles(statement);
    }
  }

  /** Those who share the number, the name or the local part of the address with a customer. */
  public static List<Profile> candidates(Connection connection, Profile one) throws SQLException {
    CustomerForm form = one.form();
    String phone = one.phone() == null ? String.valueOf(form.phone()) : one.phone();
    LookAlike address = LookAlike.of(EmailAddress.keyOf(form.emailId()).orElse("@"));
    try (PreparedStatement statement = connection.prepareStatement(CANDIDATES)) {
      new Parameters(statement)
          .text(phone)
          .text(orEmpty(form.lastName()) + " " + orEmpty(form.firstName()))
          .text(address.local())
          .text(address.local())
          .text(address.local())
          .text(address.local())
          .texts(connection, address.spellings())
          .id(one.id());
      return profiles(statement);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static List<Profile> profiles(PreparedStatement statement) throws SQLException {
    List<Profile> profiles = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        profiles.add(Profiles.profile(row));
      }
    }
    return profiles;
  }
}
