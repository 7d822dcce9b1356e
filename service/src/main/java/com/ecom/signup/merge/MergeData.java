package com.ecom.signup.merge;

import com.ecom.signup.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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

  /** Pairs of two people say something of both, and are not shown to either. */
  @Override
  public List<Kept> kept(Connection connection, Subject subject) throws SQLException {
    return MergeTable.kept(connection, subject.customers());
  }
}
