package com.ecom.signup.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says who is one person by now: ids only, so that nothing is to be escaped. */
final class MergedBodies {
  private MergedBodies() {}

  /**
   * A body.
   *
   * @param merged whom the event is about; null when it is sent again, as then only the outcome of
   *     all merges is known
   * @param inForce who is merged into the survivor now
   */
  static String body(UUID survivor, @Nullable UUID merged, List<UUID> inForce) {
    return "{\"customer_id\":\"%s\",%s\"merged_customer_ids\":[%s]}"
        .formatted(
            survivor,
            merged == null ? "" : "\"merged_customer_id\":\"%s\",".formatted(merged),
            inForce.stream().map("\"%s\""::formatted).collect(Collectors.joining(",")));
  }

  static Map<UUID, String> again(Connection connection, Collection<UUID> customers)
      throws SQLException {
    Map<UUID, List<UUID>> inForce = MergeTable.inForce(connection, customers);
    Map<UUID, String> bodies = new HashMap<>();
    customers.forEach(id -> bodies.put(id, body(id, null, inForce.getOrDefault(id, List.of()))));
    return bodies;
  }
}
