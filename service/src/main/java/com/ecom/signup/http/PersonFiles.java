package com.ecom.signup.http;

import com.ecom.signup.audit.Action;
import com.ecom.signup.database.Database;
import com.ecom.signup.erasure.Disclosures;
import com.ecom.signup.erasure.PersonalData.Kept;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.transfer.Sheet;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that is kept of one person, as a file for them. */
@Singleton
final class PersonFiles {
  private final Database database;
  private final Disclosures disclosures;

  PersonFiles(Database database, Disclosures disclosures) {
    this.database = database;
    this.disclosures = disclosures;
  }

  /**
   * The file.
   *
   * @param csv whether it is CSV, and not JSON
   * @throws Refusal if there is no such customer
   */
  Download of(AuditedCall call, UUID id, boolean csv) {
    List<Kept> all =
        database.inTransaction(
            connection -> {
              List<Kept> kept =
                  disclosures
                      .of(connection, id)
                      .orElseThrow(() -> new Refusal(Problem.CUSTOMER_UNKNOWN));
              call.audit(connection, Action.CUSTOMER_EXPORTED, id, Map.of());
              return kept;
            });
    return csv
        ? new Download("text/csv", "customer.csv", out -> out.accept(Sheet.of(all)))
        : new Download("application/json", "customer.json", out -> out.accept(json(all)));
  }

  private static String json(List<Kept> all) {
    Map<String, List<Kept>> kinds = new LinkedHashMap<>();
    all.forEach(kept -> kinds.computeIfAbsent(kept.kind(), kind -> new ArrayList<>()).add(kept));
    return Json.object(
            json -> {
              for (Map.Entry<String, List<Kept>> kind : kinds.entrySet()) {
                Json.list(json, kind.getKey(), kind.getValue(), PersonFiles::write);
              }
            })
        .toString(StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, Kept kept) throws IOException {
    for (Map.Entry<String, String> value : kept.values().entrySet()) {
      json.writeStringField(value.getKey(), value.getValue());
    }
  }
}
