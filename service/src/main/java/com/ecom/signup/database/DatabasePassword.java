package com.ecom.signup.database;

/** Where the password of the database comes from. */
public interface DatabasePassword {
  /**
   * The password as last known, read where it is kept if it is not known yet.
   *
   * @throws DatabaseUnavailableException if it cannot be had just now
   */
  String current();

  /** Says that the database refused {@link #current()}: the next call reads it anew. */
  void refused();
}
