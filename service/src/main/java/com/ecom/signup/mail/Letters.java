package com.ecom.signup.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Writes mails of one kind when their time has come. */
public interface Letters {
  /** The kind of mail. */
  String kind();

  /** How many one address may get in 24 hours. */
  int mostADay();

  /**
   * Writes a mail. What it changes in the database is committed before the mail is sent.
   *
   * @return empty if there is no reason for it any more
   */
  Optional<Letter> write(Connection connection, Mail mail) throws SQLException;
}
