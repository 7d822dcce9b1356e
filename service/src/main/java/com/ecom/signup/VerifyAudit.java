package com.ecom.signup;

import com.ecom.signup.audit.Chain;
import com.ecom.signup.audit.Chain.Finding;
import com.ecom.signup.database.Database;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.database.RefusedByDatabaseException;
import com.ecom.signup.database.Schema;
import io.quarkus.runtime.QuarkusApplication;

/** Walks the whole audit trail, says in one line what it found, and ends with 0 if it is whole. */
final class VerifyAudit implements QuarkusApplication {
  private static final int BROKEN = 1;
  private static final int UNKNOWN = 2;

  private final Schema schema;
  private final Database database;

  VerifyAudit(Schema schema, Database database) {
    this.schema = schema;
    this.database = database;
  }

  @Override
  public int run(String... arguments) {
    try {
      if (!schema.openAsItIs()) {
        System.err.println("The schema is not that of this release");
        return UNKNOWN;
      }
      return say(
          database.with(connection -> Chain.walk(connection, Chain.Place.START, Long.MAX_VALUE)));
    } catch (DatabaseUnavailableException | RefusedByDatabaseException e) {
      System.err.println(e.getMessage());
      return UNKNOWN;
    }
  }

  private static int say(Finding finding) {
    Chain.Place reached = finding.reached();
    if (!finding.whole()) {
      System.out.printf(
          "The audit trail is broken at entry %d: %s%n", reached.sequence() + 1, finding.broken());
      return BROKEN;
    }
    System.out.printf(
        "The audit trail is whole: %d entries, head %d:%s%n",
        reached.sequence(), reached.sequence(), reached.hash());
    return 0;
  }
}
