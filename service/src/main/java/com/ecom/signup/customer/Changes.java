package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes customers, and lets them go. */
public final class Changes {
  private static final String CHANGE =
      """
      update customer.cust_registration
      set first_name = ?, last_name = ?, email_id = ?, email_key = ?, phone = ?, phone_e164 = ?,
          province = ?, city = ?, postacode = ?, country = ?, version = version + 1
      where id = ? and is_active
      """;

  private static final String REMOVE =
      """
      with recursive person (id) as (
        select id from customer.cust_registration where id = ?
        union
        select merged.id
        from customer.cust_registration merged
        join person on merged.superseded_by = person.id
      )
      delete from customer.cust_registration
      where id in (select id from person)
      returning id, email_key
      """;

  private Changes() {}

  /**
   * Gives an active customer other details.
   *
   * @return false if there is none
   * @throws SQLException if another customer has the address, among other reasons
   */
  public static boolean change(Connection connection, UUID id, CustomerDetails details)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
      int parameter = 0;
      statement.setString(++parameter, details.firstName());
      statement.setString(++parameter, details.lastName());
      statement.setString(++parameter, details.email().address());
      statement.setString(++parameter, details.email().key());
      statement.setString(++parameter, details.phone().typed());
      statement.setString(++parameter, details.phone().e164());
      statement.setString(++parameter, details.province());
      statement.setString(++parameter, details.city());
      statement.setString(++parameter, details.postalCode());
      statement.setString(++parameter, details.country());
      statement.setObject(++parameter, id);
      return statement.executeUpdate() > 0;
    }
  }

  /**
   * Who was removed.
   *
   * @param ids of the customer and of those that it superseded
   * @param emailKeys canonical addresses of all of them
   */
  public record Removed(List<UUID> ids, List<String> emailKeys) {
    @Override
    public String toString() {
      return "Removed" + ids;
    }
  }

  /** Removes a customer and all that it superseded, duplicates of old and merged ones. */
  public static Removed remove(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setObject(1, id);
      List<UUID> ids = new ArrayList<>();
      Set<String> keys = new LinkedHashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getObject(1, UUID.class));
          String key = row.getString(2);
          if (key != null) {
            keys.add(key);
          }
        }
      }
      return new Removed(ids, List.copyOf(keys));
    }
  }
}
