package com.ecom.signup.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
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
