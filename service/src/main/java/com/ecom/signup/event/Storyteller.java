package com.ecom.signup.event;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives a body to events that have none left. */
@Singleton
final class Storyteller {
  /** Says under the id of an event that the customer, whom it told of before, is gone. */
  static final String GONE = "com.ecom.customer.gone.v1";

  private final Map<String, Retelling> retellings = new HashMap<>();

  Storyteller(Instance<Retelling> retellings) {
    retellings.forEach(retelling -> this.retellings.put(retelling.type(), retelling));
  }

  /** The same events in the same order, each with a body. */
  List<Event> tell(Connection connection, List<Event> events) throws SQLException {
    List<UUID> untold =
        events.stream().filter(event -> event.body() == null).map(Event::customerId).toList();
    if (untold.isEmpty()) {
      return events;
    }
    Map<String, Map<UUID, String>> bodies = new HashMap<>();
    for (Retelling retelling : retellings.values()) {
      bodies.put(retelling.type(), retelling.bodies(connection, untold));
    }
    List<Event> told = new ArrayList<>(events.size());
    for (Event event : events) {
      told.add(event.body() == null ? tell(event, bodies) : event);
    }
    return told;
  }

  private static Event tell(Event event, Map<String, Map<UUID, String>> bodies) {
    String body = bodies.getOrDefault(event.type(), Map.of()).get(event.customerId());
    return body == null
        ? event.told(GONE, "{\"customer_id\":\"%s\"}".formatted(event.customerId()))
        : event.told(event.type(), body);
  }
}
