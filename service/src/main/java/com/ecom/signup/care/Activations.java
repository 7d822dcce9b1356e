package com.ecom.signup.care;

import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profile.Standing;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.customer.Standings;
import com.ecom.signup.event.Events;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets customers count, or no longer. The address of one who does not may be registered anew, as
 * the old service had it: then the old customer stays as it is.
 */
public final class Activations {
  private Activations() {}

  /** Ends that a customer counts. */
  public static Activation deactivate(Connection connection, UUID id, Reason reason)
      throws SQLException {
    Optional<Profile> held = Profiles.hold(connection, id);
    if (held.isEmpty()) {
      return new Activation.Unknown();
    }
    return switch (held.get().standing()) {
      case SUPERSEDED -> new Activation.Superseded();
      case INACTIVE -> new Activation.Done(held.get(), false);
      case ACTIVE -> {
        Standings.deactivate(connection, id, reason.code());
        yield announced(connection, id, Deactivated.TYPE, reason);
      }
    };
  }

  /** Lets a customer count again, unless the address is another's by now. */
  public static Activation reactivate(Connection connection, UUID id, Reason reason)
      throws SQLException {
    Optional<Profile> held = Profiles.hold(connection, id);
    if (held.isEmpty()) {
      return new Activation.Unknown();
    }
    Standing standing = held.get().standing();
    if (standing == Standing.SUPERSEDED) {
      return new Activation.Superseded();
    }
    if (standing == Standing.ACTIVE) {
      return new Activation.Done(held.get(), false);
    }
    return Standings.activate(connection, id, reason.code())
        ? announced(connection, id, Reactivated.TYPE, reason)
        : new Activation.AddressTaken();
  }

  private static Activation announced(Connection connection, UUID id, String type, Reason reason)
      throws SQLException {
    Events.append(connection, id, type, body(id, reason.code()));
    return new Activation.Done(Profiles.find(connection, id).orElseThrow(), true);
  }

  /** What events of these customers say when they are sent again: the reason as it is now. */
  static Map<UUID, String> bodies(Connection connection, Collection<UUID> customers)
      throws SQLException {
    Map<UUID, String> bodies = new HashMap<>();
    Standings.reasons(connection, customers)
        .forEach((id, reason) -> bodies.put(id, Activations.body(id, reason)));
    return bodies;
  }

  /** Ids and codes, so that nothing is to be escaped. */
  private static String body(UUID id, String reason) {
    return "{\"customer_id\":\"%s\",\"reason\":\"%s\"}".formatted(id, reason);
  }
}
