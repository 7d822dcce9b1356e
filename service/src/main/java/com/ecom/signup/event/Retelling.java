package com.ecom.signup.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Tells events of one type again, whose bodies went with their delivery: from the customer as it is
 * now.
 */
public interface Retelling {
  /** The type of event. */
  String type();

  /** The bodies for those customers that are still there. */
  Map<UUID, String> bodies(Connection connection, Collection<UUID> customers) throws SQLException;
}
