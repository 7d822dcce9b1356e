package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Entries;
import com.ecom.signup.audit.Filter;
import com.ecom.signup.audit.StoredEntry;
import com.ecom.signup.database.Database;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All entries, oldest first, one JSON object a line (NDJSON). */
record AuditExport(Database database) {
  private static final int BATCH = 500;

  Download download(AuditedCall call, Filter filter) {
    call.audit(database, Action.AUDIT_EXPORTED, null, Map.of());
    return new Download("application/x-ndjson", "audit.ndjson", out -> write(filter, out));
  }

  private void write(Filter filter, Consumer<String> out) {
    long sequence = 0;
    List<StoredEntry> batch;
    do {
      long after = sequence;
      batch = database.with(connection -> Entries.inOrder(connection, filter, after, BATCH));
      out.accept(lines(batch));
      sequence = batch.isEmpty() ? sequence : batch.getLast().entry().sequence();
    } while (batch.size() == BATCH);
  }

  private static String lines(List<StoredEntry> batch) {
    StringBuilder lines = new StringBuilder();
    for (StoredEntry entry : batch) {
      lines.append(Json.object(json -> AuditRoutes.write(json, entry))).append('\n');
    }
    return lines.toString();
  }
}
