package com.ecom.signup.reconciliation;

import com.ecom.signup.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The passes of the reconciler, as an operator sees them. */
@Singleton
public final class Reconciliations {
  private static final int SHOWN = 20;

  private final Database database;

  Reconciliations(Database database) {
    this.database = database;
  }

  /**
   * Begins a pass, out of turn.
   *
   * @return empty if one is under way
   */
  public Optional<Pass> begin(Connection connection, boolean repairs) throws SQLException {
    return PassTable.begin(connection, repairs);
  }

  /** The newest first. */
  public List<Pass> newest() {
    return database.with(connection -> PassTable.newest(connection, SHOWN));
  }
}
