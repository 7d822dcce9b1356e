package com.ecom.signup.database;

/** Where the password of the database comes from. */
public interface DatabasePassword {
  /**
   * The password as last known, read where it is kept if it is not known yet.
   *
   * @throws DatabaseUnavailableException if it cannot be had just now
   */
  String current();

  /** How often it has been read where it is kept; to be known before it is used. */
  int readings();

  /**
   * Says that the database refused it: the next call reads it anew.
   *
   * @param readings at the time; if it has been read again since, the new one is not to blame
   */
  void refused(int readings);
}
