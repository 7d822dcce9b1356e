package com.ecom.signup.merge;

import com.ecom.signup.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Whose merges nobody can undo any more, and whose pairs will not come again. */
@Singleton
final class MergeData implements PersonalData {
  @Override
  public String kind() {
    return "merges";
  }

  @Override
  public int erase(Connection connection, Subject subject) throws SQLException {
    return MergeTable.forget(connection, subject.customers())
        + DistinctPairs.forget(connection, subject.customers());
  }
}
