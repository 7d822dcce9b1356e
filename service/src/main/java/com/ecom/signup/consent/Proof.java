package com.ecom.signup.consent;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the ledger has of one customer, for an auditor: whoever sends advertising has to prove
 * that there was consent (CASL section 13; GDPR article 7(1)).
 */
public final class Proof {
  private final UUID customerId;
  private final List<Entry> entries;

  private Proof(UUID customerId, List<Entry> entries) {
    this.customerId = customerId;
    this.entries = entries;
  }

  /** Reads it; without entries for somebody who never said anything. */
  public static Proof of(Connection connection, UUID customerId) throws SQLException {
    return new Proof(customerId, Entries.of(connection, customerId));
  }

  /** Writes the members {@code customer_id} and {@code entries}. */
  public void write(JsonGenerator json) throws IOException {
    json.writeStringField("customer_id", customerId.toString());
    json.writeArrayFieldStart("entries");
    for (Entry entry : entries) {
      json.writeStartObject();
      write(json, entry);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    Statement statement = entry.statement();
    Basis basis = statement.basis();
    json.writeNumberField("sequence", entry.sequence());
    json.writeStringField("purpose", statement.purpose());
    json.writeStringField("act", statement.act().key());
    optional(json, "basis", basis == null ? null : basis.key());
    json.writeStringField("occurred_at", entry.occurredAt().toString());
    optional(json, "expires_at", entry.expiresAt());
    json.writeStringField("channel", statement.origin().channel().key());
    json.writeStringField("source", statement.origin().source());
    optional(json, "language", statement.language());
    Wording wording = statement.wording();
    if (wording != null) {
      write(json, wording);
    }
  }

  private static void write(JsonGenerator json, Wording wording) throws IOException {
    json.writeObjectFieldStart("wording");
    json.writeNumberField("version", wording.version());
    json.writeStringField("language", wording.language());
    json.writeStringField("text", wording.text());
    json.writeStringField("sha256", wording.hash());
    json.writeEndObject();
  }

  /** Each entry as values by their names, those of the wording included. */
  public List<Map<String, String>> rows() {
    return entries.stream().map(Proof::row).toList();
  }

  private static Map<String, String> row(Entry entry) {
    Statement statement = entry.statement();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("sequence", Integer.toString(entry.sequence()));
    values.put("purpose", statement.purpose());
    values.put("act", statement.act().key());
    values.put("occurred_at", entry.occurredAt().toString());
    values.put("channel", statement.origin().channel().key());
    values.put("source", statement.origin().source());
    Basis basis = statement.basis();
    if (basis != null) {
      values.put("basis", basis.key());
    }
    if (entry.expiresAt() != null) {
      values.put("expires_at", entry.expiresAt().toString());
    }
    Wording wording = statement.wording();
    if (wording != null) {
      values.put("language", wording.language());
      values.put("wording_version", Integer.toString(wording.version()));
      values.put("wording", wording.text());
    }
    return values;
  }

  private static void optional(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
