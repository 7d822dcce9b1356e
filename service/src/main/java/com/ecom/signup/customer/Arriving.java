package com.ecom.signup.customer;

import com.ecom.signup.event.Events;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores customers who are brought in by the thousand. */
public final class Arriving {
  /** As with a registration, but for the time and for those whom no event announces. */
  private static final String ADD =
      """
      with candidate as (
        select *
        from unnest(
          ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[]
        ) as candidate (
          id, first_name, last_name, email_id, email_key, phone, phone_e164,
          province, city, postacode, country, registered_at, announcement
        )
      ),
      registered as (
        insert into customer.cust_registration (
          id, first_name, last_name, email_id, email_key, phone, phone_e164,
          province, city, postacode, country, is_active, registered_at, announced
        )
        select
          id, first_name, last_name, email_id, email_key, phone, phone_e164,
          province, city, postacode, country, true,
          case when announcement is null then registered_at else coalesce(registered_at, now()) end,
          announcement is not null
        from candidate
        order by email_key collate "C"
        on conflict do nothing
        returning id
      ),
      happened as (
        select candidate.id as customer_id, 1 as sequence, ? as type, candidate.announcement as body,
          null::text as traceparent
        from candidate
        join registered using (id)
        where candidate.announcement is not null
      ),
      announced as (%s)
      select id from registered
      """
          .formatted(Events.appendHappened());

  private Arriving() {}

  /**
   * Adds those whose address and id no other has, each with the event that announces it, if any.
   *
   * @return the ids of the added ones
   */
  public static Set<UUID> add(Connection connection, List<Arrival> batch, String eventType)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      int next = 0;
      statement.setArray(++next, array(connection, "uuid", batch, Arrival::id));
      for (Function<CustomerDetails, String> column : COLUMNS) {
        statement.setArray(
            ++next, array(connection, "text", batch, arrival -> column.apply(arrival.details())));
      }
      statement.setArray(
          ++next, array(connection, "timestamptz", batch, arrival -> text(arrival.registeredAt())));
      statement.setArray(++next, array(connection, "text", batch, Arrival::announcement));
      statement.setString(++next, eventType);
      return ids(statement, batch.size());
    }
  }

  private static final List<Function<CustomerDetails, String>> COLUMNS =
      List.of(
          CustomerDetails::firstName,
          CustomerDetails::lastName,
          details -> details.email().address(),
          details -> details.email().key(),
          details -> details.phone().typed(),
          details -> details.phone().e164(),
          CustomerDetails::province,
          CustomerDetails::city,
          CustomerDetails::postalCode,
          CustomerDetails::country);

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static java.sql.Array array(
      Connection connection,
      String type,
      List<Arrival> batch,
      Function<Arrival, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, batch.stream().map(column).toArray());
  }

  private static Set<UUID> ids(PreparedStatement statement, int most) throws SQLException {
    Set<UUID> ids = HashSet.newHashSet(most);
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ids.add(row.getObject(1, UUID.class));
      }
    }
    return ids;
  }
}
