package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.transfer.Import;
import com.ecom.signup.transfer.ImportOrder;
import com.ecom.signup.transfer.Imports;
import com.ecom.signup.transfer.Outcome;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Takes files of customers in for operators, with the entries that say who sent them. */
@Singleton
final class ImportActs {
  private final Database database;
  private final Imports imports;

  ImportActs(Database database, Imports imports) {
    this.database = database;
    this.imports = imports;
  }

  /**
   * Takes a file in, or only finds out what would become of it, which nobody has to know.
   *
   * @throws com.ecom.signup.transfer.FileRefusedException if the file is of no use
   * @throws java.io.UncheckedIOException if it ends too early
   */
  Outcome take(AuditedCall call, ImportOrder order, InputStream bytes, boolean rehearsed) {
    return rehearsed
        ? imports.rehearse(order, bytes, Imports.Watch.NOBODY)
        : imports.run(order, bytes, audited(call));
  }

  private static Imports.Watch audited(AuditedCall call) {
    return new Imports.Watch() {
      @Override
      public void begun(Connection connection, Import running) throws SQLException {
        call.audit(connection, Action.IMPORT_BEGUN, running.id(), running.summary());
      }

      @Override
      public void ended(Connection connection, Import over) throws SQLException {
        call.audit(connection, Action.IMPORT_ENDED, over.id(), over.summary());
      }
    };
  }

  /** Keeps one from going on; false if there is none, or it is over. */
  boolean cancel(AuditedCall call, UUID id) {
    return database.inTransaction(
        connection ->
            call.auditIf(
                imports.cancel(connection, id), connection, Action.IMPORT_CANCELLED, id, Map.of()));
  }

  /** Its refused rows, in the format of its file; that they are shown is recorded. */
  Download refused(AuditedCall call, Import known) {
    call.audit(database, Action.REFUSED_ROWS_SHOWN, known.id(), known.summary());
    return new Download(
        known.format().mediaType(),
        "refused." + known.format().word(),
        out -> imports.refused(known.id(), out));
  }
}
