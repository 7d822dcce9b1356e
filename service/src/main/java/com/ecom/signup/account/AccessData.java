package com.ecom.signup.account;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import com.ecom.signup.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Forgets proofs whose time is over, and those of people who are erased. */
@Singleton
final class AccessData implements Chore, PersonalData {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Database database;

  AccessData(Database database) {
    this.database = database;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    database.with(AccessTable::purge);
  }

  @Override
  public String kind() {
    return "accesses";
  }

  @Override
  public int erase(Connection connection, Subject subject) throws SQLException {
    return AccessTable.forget(connection, subject.customers());
  }

  @Override
  public List<Kept> kept(Connection connection, Subject subject) throws SQLException {
    return AccessTable.kept(connection, subject.customers());
  }
}
