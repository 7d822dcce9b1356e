package com.ecom.signup.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What gets into the trail, and that nothing gets out of it. */
final class AuditTrailIT {
  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService(Map.of("TRUSTED_PROXIES", "127.0.0.0/8,::1"));
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void recordsWhoSawWhomAndWhy() {
    String location = register("seen@example.com");
    String id = location.substring(location.lastIndexOf('/') + 1);

    assertThat(operate(location).statusCode()).isEqualTo(400);
    assertThat(operate(location).body()).contains("reason-required");
    assertThat(operate(location, "audit-reason", "seen@example.com called").statusCode())
        .isEqualTo(400);
    assertThat(entries(id)).isZero();

    assertThat(operate(location, "audit-reason", "case 4711", "x-request-id", "r-1").statusCode())
        .isEqualTo(200);
    assertThat(
            stage.count(
                """
                select count(*)
                from customer.audit_entry
                where subject_id = ?::uuid and actor = 'operator-token'
                  and actor_kind = 'operator-token' and action = 'customer-shown'
                  and reason = 'case 4711' and request_id = 'r-1' and client_address <> ''
                """,
                id))
        .isEqualTo(1);
  }

  @Test
  void recordsNothingThatDidNotHappen() {
    service.operate("/v1/events/01a20aa5-0fba-7547-9ebe-d15afe0ef8b5:1/discard", "");
    service.operate("/v1/disposable-domains/throwaway.example", "");

    assertThat(entries("01a20aa5-0fba-7547-9ebe-d15afe0ef8b5")).isZero();
  }

  @Test
  void isOnlyAddedTo() {
    service.operate("/v1/customers/01a20aa5-0fba-7547-9ebe-d15afe0ef8b5/events");

    for (String change :
        new String[] {
          "update customer.audit_entry set actor = 'nobody'",
          "delete from customer.audit_entry",
          "truncate customer.audit_entry"
        }) {
      assertThatThrownBy(() -> stage.execute(change)).hasMessageContaining("only added to");
    }
  }

  @Test
  void isOneChainHoweverManyRecordAtOnce() {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      HttpRequest request =
          service
              .request("/v1/customers/" + UUID.randomUUID() + "/events")
              .header("authorization", "Bearer " + Stage.OPERATOR_TOKEN)
              .build();
      all.add(service.client().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }
    all.forEach(one -> assertThat(one.join().statusCode()).isEqualTo(404));

    assertThat(verify("{}")).contains("\"whole\":true", "\"more\":false");
    assertThat(exported().lines().count())
        .isEqualTo(stage.count("select count(*) from customer.audit_entry"));
  }

  @Test
  void seesWhatWasTamperedWith() {
    for (int i = 0; i < 4; i++) {
      service.operate("/v1/customers/" + UUID.randomUUID() + "/events");
    }
    // The export itself is the entry after these.
    long end = stage.count("select max(sequence) from customer.audit_entry");
    String hash =
        exported()
            .lines()
            .reduce((first, second) -> second)
            .orElseThrow()
            .replaceFirst(".*\"hash\":\"([0-9a-f]{64}).*", "$1");
    withoutTrigger(
        "update customer.audit_entry set actor = 'nobody' where sequence = " + (end - 2),
        "update customer.audit_entry set actor = 'operator-token' where sequence = " + (end - 2),
        "\"broken_at\":%d,\"fault\":\"changed\"".formatted(end - 2));
    withoutTrigger(
        "create table kept as select * from customer.audit_entry where sequence = %1$d; delete from customer.audit_entry where sequence = %1$d"
            .formatted(end - 1),
        "insert into customer.audit_entry select * from kept; drop table kept",
        "\"broken_at\":%d,\"fault\":\"missing\"".formatted(end - 1));
    assertThat(verify("{\"from\": %d, \"previous_hash\": \"%s\"}".formatted(end + 2, hash)))
        .contains("\"whole\":true");
    assertThat(verify("{\"from\": %d, \"previous_hash\": \"%s\"}".formatted(end + 1, hash)))
        .contains("\"whole\":false");

    ServiceProcess task = ServiceProcess.launch(stage.variables(), List.of("verify-audit"));
    assertThat(task.exitCode()).isZero();
    assertThat(task.log()).contains("The audit trail is whole: ");
  }

  private static void withoutTrigger(String tampering, String repair, String found) {
    String off = "alter table customer.audit_entry disable trigger user; ";
    String on = "; alter table customer.audit_entry enable trigger user";
    stage.execute(off + tampering + on);
    try {
      assertThat(verify("{}")).contains("\"whole\":false", found);
    } finally {
      stage.execute(off + repair + on);
    }
    assertThat(verify("{}")).contains("\"whole\":true");
  }

  @Test
  void isWholeAndHoldsNothingPersonalAfterAnErasure() {
    String location = register("erased@example.com");
    String id = location.substring(location.lastIndexOf('/') + 1);
    operate(location, "audit-reason", "case 4712");
    assertThat(service.operate(location + "/erase", "{}").statusCode()).isEqualTo(200);

    assertThat(entries(id)).isGreaterThanOrEqualTo(2);
    assertThat(exported()).contains(id).doesNotContain("erased@", "Patel", "+14165550123");
    assertThat(verify("{}")).contains("\"whole\":true");
  }

  @Test
  void showsPagesOfIt() {
    String customer = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      service.operate("/v1/customers/" + customer + "/events");
    }
    JsonNode page = AnswerJson.of(service.operate("/v1/audit?limit=2&subject=" + customer));
    JsonNode rest =
        AnswerJson.of(
            service.operate(
                "/v1/audit?limit=2&subject=" + customer + "&after=" + page.get("after").asLong()));

    assertThat(page.get("entries")).hasSize(2);
    assertThat(rest.get("entries")).hasSize(1);
    assertThat(rest.has("after")).isFalse();
    assertThat(service.operate("/v1/audit?action=nothing").body()).contains("\"entries\":[]");
  }

  private static String verify(String body) {
    return service.operate("/v1/audit/verify", body).body();
  }

  private static String exported() {
    return service.operate("/v1/audit/export").body();
  }

  private static long entries(String subject) {
    return stage.count(
        "select count(*) from customer.audit_entry where subject_id = ?::uuid", subject);
  }

  private static String register(String address) {
    return service
        .post("/v1/customers", Registrants.customer(address))
        .headers()
        .firstValue("location")
        .orElseThrow();
  }

  private static HttpResponse<String> operate(String path, String... headers) {
    HttpRequest.Builder request =
        service.request(path).header("authorization", "Bearer " + Stage.OPERATOR_TOKEN);
    return service.send((headers.length == 0 ? request : request.headers(headers)).build());
  }
}
