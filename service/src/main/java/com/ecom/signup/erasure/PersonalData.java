package com.ecom.signup.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Something that holds personal data beside the customer itself. */
public interface PersonalData {
  /** Lets all of it go that belongs to somebody. */
  void erase(Connection connection, Subject subject) throws SQLException;

  /**
   * Who is erased.
   *
   * @param customers the customer and its duplicates of old
   * @param emailKeys canonical addresses, those of duplicates too
   */
  record Subject(List<UUID> customers, List<String> emailKeys) {
    @Override
    public String toString() {
      return "Subject" + customers;
    }
  }
}
