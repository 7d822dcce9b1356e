package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Entries;
import com.ecom.signup.audit.Filter;
import com.ecom.signup.audit.StoredEntry;
import com.ecom.signup.database.Database;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** All entries, oldest first, one JSON object a line (NDJSON), as fast as the client takes them. */
record AuditExport(Database database) {
  private static final Logger LOG = Logger.getLogger(AuditExport.class);
  private static final int BATCH = 500;
  private static final long SECONDS_TO_TAKE_A_BATCH = 30;

  Reply stream(OperatorCall call) {
    call.allow(Set.of("subject", "actor", "action", "from", "before"));
    Filter filter = AuditRoutes.filter(call);
    database.inTransaction(
        connection -> {
          call.audit(connection, Action.AUDIT_EXPORTED, null, Map.of());
          return true;
        });
    List<StoredEntry> first = after(filter, 0);
    HttpServerResponse response = call.context().response();
    response
        .setChunked(true)
        .putHeader("content-type", "application/x-ndjson")
        .putHeader("cache-control", "no-store")
        .putHeader("x-content-type-options", "nosniff");
    try {
      for (List<StoredEntry> batch = first; !batch.isEmpty(); batch = next(filter, batch)) {
        send(response, batch);
      }
      response.end();
    } catch (RuntimeException e) {
      LOG.warnf("An export of the audit trail was cut off (%s)", e.getClass().getName());
      call.context().request().connection().close();
    }
    return Reply.SENT;
  }

  private List<StoredEntry> next(Filter filter, List<StoredEntry> batch) {
    return batch.size() < BATCH ? List.of() : after(filter, batch.getLast().entry().sequence());
  }

  private List<StoredEntry> after(Filter filter, long sequence) {
    return database.with(connection -> Entries.inOrder(connection, filter, sequence, BATCH));
  }

  /** Waits for the client, so that memory holds one batch. */
  private static void send(HttpServerResponse response, List<StoredEntry> batch) {
    Buffer lines = Buffer.buffer();
    for (StoredEntry entry : batch) {
      lines.appendBuffer(Json.object(json -> AuditRoutes.write(json, entry))).appendString("\n");
    }
    try {
      response
          .write(lines)
          .toCompletionStage()
          .toCompletableFuture()
          .get(SECONDS_TO_TAKE_A_BATCH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service stops", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the client takes no more", e);
    }
  }
}
