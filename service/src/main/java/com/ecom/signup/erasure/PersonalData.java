package com.ecom.signup.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Something that holds personal data beside the customer itself. */
public interface PersonalData {
  /** What it is called in receipts: a word for the rows. */
  String kind();

  /**
   * Lets all of it go that belongs to somebody.
   *
   * @return of how many rows
   */
  int erase(Connection connection, Subject subject) throws SQLException;

  /**
   * Who is erased.
   *
   * @param customers the customer and those that were merged into it
   * @param emailKeys canonical addresses, those of duplicates too
   */
  record Subject(List<UUID> customers, List<String> emailKeys) {
    @Override
    public String toString() {
      return "Subject" + customers;
    }
  }
}
