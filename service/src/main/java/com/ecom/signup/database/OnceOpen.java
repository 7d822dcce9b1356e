package com.ecom.signup.database;

/** Something that begins its work once the database is open. */
public interface OnceOpen {
  void databaseOpened();
}
