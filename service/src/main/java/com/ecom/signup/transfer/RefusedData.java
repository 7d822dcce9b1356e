package com.ecom.signup.transfer;

import com.ecom.signup.chore.Chore;
import com.ecom.signup.database.Database;
import com.ecom.signup.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Refused rows are kept for a week, and go with whom they are of. */
@Singleton
final class RefusedData implements Chore, PersonalData {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int MOST = 5000;

  private final Database database;

  RefusedData(Database database) {
    this.database = database;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    database.with(connection -> RefusalTable.purge(connection, MOST));
  }

  @Override
  public String kind() {
    return "refused_rows";
  }

  @Override
  public int erase(Connection connection, Subject subject) throws SQLException {
    return RefusalTable.forget(connection, subject.emailKeys());
  }

  @Override
  public List<Kept> kept(Connection connection, Subject subject) throws SQLException {
    return RefusalTable.of(connection, subject.emailKeys());
  }
}
