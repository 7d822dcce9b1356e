package com.ecom.signup.consent;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it stands with a customer, as events tell it. */
public final class Snapshot {
  private Snapshot() {}

  /** Writes the member {@code consents}. */
  public static void write(JsonGenerator json, List<Standing> standings) throws IOException {
    json.writeArrayFieldStart("consents");
    for (Standing standing : standings) {
      json.writeStartObject();
      write(json, standing);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Standing standing) throws IOException {
    Basis basis = standing.basis();
    json.writeStringField("purpose", standing.purpose());
    json.writeStringField("state", standing.state().key());
    json.writeStringField("basis", basis == null ? null : basis.key());
    json.writeStringField("since", text(standing.since()));
    json.writeStringField("expires_at", text(standing.expiresAt()));
    json.writeBooleanField("may_advertise", standing.mayAdvertise());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
