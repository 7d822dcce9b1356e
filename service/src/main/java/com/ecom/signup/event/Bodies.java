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
final class Bodies {
  /** Says under the id of an event that the customer, whom it told of before, is gone. */
  static final String GONE = "com.ecom.customer.gone.v1";

  private final Map<String, BodySource> sources = new HashMap<>();

  Bodies(Instance<BodySource> sources) {
    sources.forEach(source -> this.sources.put(source.type(), source));
  }

  /** The same events in the same order, each with a body. */
  List<Event> complete(Connection connection, List<Event> events) throws SQLException {
    List<UUID> customers =
        events.stream().filter(event -> event.body() == null).map(Event::customerId).toList();
    if (customers.isEmpty()) {
      return events;
    }
    Map<String, Map<UUID, String>> bodies = new HashMap<>();
    for (BodySource source : sources.values()) {
      bodies.put(source.type(), source.bodies(connection, customers));
    }
    List<Event> complete = new ArrayList<>(events.size());
    for (Event event : events) {
      complete.add(event.body() == null ? complete(event, bodies) : event);
    }
    return complete;
  }

  private static Event complete(Event event, Map<String, Map<UUID, String>> bodies) {
    String body = bodies.getOrDefault(event.type(), Map.of()).get(event.customerId());
    return body == null
        ? event.with(GONE, "{\"customer_id\":\"%s\"}".formatted(event.customerId()))
        : event.with(event.type(), body);
  }
}
