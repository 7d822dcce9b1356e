package com.ecom.signup.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Gives bodies to events of one type that are sent again: their own went with their delivery, so
 * the customer as it is now is what there is to tell.
 */
public interface BodySource {
  /** The type of event. */
  String type();

  /** The bodies for those customers that are still there. */
  Map<UUID, String> bodies(Connection connection, Collection<UUID> customers) throws SQLException;
}
