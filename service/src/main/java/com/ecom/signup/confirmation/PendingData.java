package com.ecom.signup.confirmation;

import com.ecom.signup.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The registrations of somebody's address that wait. */
@Singleton
final class PendingData implements PersonalData {
  @Override
  public String kind() {
    return "pending_registrations";
  }

  @Override
  public int erase(Connection connection, Subject subject) throws SQLException {
    return PendingTable.forget(connection, subject.emailKeys());
  }

  @Override
  public List<Kept> kept(Connection connection, Subject subject) throws SQLException {
    return PendingTable.kept(connection, subject.emailKeys());
  }
}
