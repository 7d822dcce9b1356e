package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators find, correct, deactivate, merge and erase customers. */
final class SupportIT {
  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static String register(String first, String last, String email, String phone) {
    HttpResponse<String> answer =
        service.post(
            "/v1/customers",
            """
            {"first_name": "%s", "last_name": "%s", "email": "%s", "phone": "%s",
             "province": "ON", "city": "Toronto", "postal_code": "M5V 2T6"}
            """
                .formatted(first, last, email, phone));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return AnswerJson.of(answer).get("id").asText();
  }

  private static JsonNode operate(int status, String path, String... json) {
    HttpResponse<String> answer = service.operate(path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return AnswerJson.of(answer);
  }

  private static HttpResponse<String> patch(String id, String etag, String json) {
    var request =
        service
            .request("/v1/customers/" + id)
            .header("authorization", "Bearer " + Stage.OPERATOR_TOKEN)
            .header("audit-reason", "a test")
            .header("content-type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString(json));
    return service.send(
        etag.isEmpty() ? request.build() : request.header("if-match", etag).build());
  }

  private static List<String> ids(JsonNode answer) {
    return StreamSupport.stream(answer.get("customers").spliterator(), false)
        .map(customer -> customer.get("id").asText())
        .toList();
  }

  private static List<String> find(String json) {
    return ids(operate(200, "/v1/customers/search", json));
  }

  private static long events(String id, String type) {
    return stage.count(
        "select count(*) from customer.event where customer_id = ? and type = ?",
        UUID.fromString(id),
        "com.ecom.customer." + type + ".v1");
  }

  @Test
  void findsByTheBeginningOfNameAddressAndByNumber() {
    String id = register("Élodie-Anne", "O’Brien", "elodie.b@example.com", "514-555-0188");

    for (String name : List.of("elod", "ELODIE ANNE OB", "o'brien", "obrien élo", "Élodie Anne")) {
      assertThat(find("{\"name\": \"%s\"}".formatted(name))).as(name).containsExactly(id);
    }
    for (String email : List.of("elodie", "ELODIE.B@", "elodie.b@EXAMPLE.com")) {
      assertThat(find("{\"email\": \"%s\"}".formatted(email))).as(email).containsExactly(id);
    }
    for (String phone : List.of("+1 514 555 0188", "(514) 555-0188", "5550188", "0188")) {
      assertThat(find("{\"phone\": \"%s\"}".formatted(phone))).as(phone).containsExactly(id);
    }
    assertThat(find("{\"name\": \"elod\", \"status\": \"inactive\"}")).isEmpty();
    assertThat(find("{\"name\": \"elod\", \"registered_from\": \"2999-01-01T00:00:00Z\"}"))
        .isEmpty();
    assertThat(find("{\"name\": \"%\"}")).isEmpty();
  }

  @Test
  void findsNearNamesWhereNobodyHasTheOneThatWasTyped() {
    String id = register("Wilhelmina", "Zyskowski", "wilhelmina@example.com", "514-555-0189");

    JsonNode found = operate(200, "/v1/customers/search", "{\"name\": \"Zyskovski\"}");
    assertThat(found.get("match").asText()).isEqualTo("near");
    assertThat(ids(found)).containsExactly(id);
    assertThat(find("{\"name\": \"Wilhelmnia Zys\"}")).containsExactly(id);
    assertThat(find("{\"name\": \"Qqqqqq\"}")).isEmpty();
  }

  @Test
  void pagesThroughWhatWasFoundAndThroughAll() {
    List<String> registered = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      registered.add(
          register(
              "Paginus",
              i % 2 == 0 ? "Paginus" : "Other",
              "page" + i + "@example.com",
              "514-555-0190"));
    }
    List<String> found = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          operate(
              200,
              "/v1/customers/search",
              "{\"name\": \"pagin\", \"limit\": 2%s}".formatted(after));
      found.addAll(ids(page));
      after = page.has("next") ? ", \"after\": \"" + page.get("next").asText() + "\"" : "";
    } while (!after.isEmpty());
    assertThat(found).containsExactlyInAnyOrderElementsOf(registered);

    List<String> listed = new ArrayList<>();
    for (String path = "/v1/customers?status=active&registered_from=2020-01-01T00:00:00Z&limit=2";
        path != null; ) {
      JsonNode page = operate(200, path);
      listed.addAll(ids(page));
      path = page.has("next") ? page.get("next").asText() : null;
    }
    assertThat(listed).containsSubsequence(registered).doesNotHaveDuplicates();
    assertThat(ids(operate(200, "/v1/customers?registered_before=2020-01-01T00:00:00Z"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | one-term",
        "{\"name\": \"a\", \"email\": \"a\"} | one-term",
        "{\"phone\": \"123\"} | not-readable",
        "{\"name\": \" \"} | not-readable",
        "{\"name\": \"a\", \"status\": \"gone\"} | not-readable",
        "{\"name\": \"a\", \"after\": \"%\"} | not-readable",
        "{\"nam\": \"a\"} | unknown-member",
        "{\"name\": \"a\", \"limit\": 101} | out-of-range"
      })
  void refusesSearchesThatItCannotRead(String json, String code) {
    assertThat(operate(422, "/v1/customers/search", json).toString())
        .contains("\"code\":\"" + code + "\"");
  }

  @Test
  void takesNoPersonalValueInTheQuery() {
    assertThat(operate(422, "/v1/customers?email=a").toString()).contains("unknown-parameter");
  }

  @Test
  void correctsByMergePatchWhoeverLookedFirst() {
    String id = register("Paul", "Patch", "patch@example.com", "514-555-0191");
    register("Other", "Patch", "other-patch@example.com", "514-555-0192");

    assertThat(patch(id, "", "{}").statusCode()).isEqualTo(428);
    assertThat(patch(id, "\"7\"", "{\"city\": \"Ottawa\"}").statusCode()).isEqualTo(412);
    assertThat(patch(id, "\"1\"", "{\"status\": \"active\"}").body()).contains("unknown-member");
    assertThat(patch(id, "\"1\"", "{\"city\": null}").body()).contains("#/city", "missing");
    assertThat(patch(id, "\"1\"", "{\"email\": \"OTHER-patch@example.com\"}").body())
        .contains("address-registered");
    HttpResponse<String> same = patch(id, "\"1\"", "{\"phone\": \"+15145550191\"}");
    assertThat(same.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(events(id, "updated")).isZero();

    HttpResponse<String> changed =
        patch(id, "\"1\"", "{\"city\": \"Ottawa\", \"email\": \"Patched@example.com\"}");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(changed.headers().firstValue("etag")).hasValue("\"2\"");
    assertThat(AnswerJson.of(changed).get("city").asText()).isEqualTo("Ottawa");
    assertThat(events(id, "updated")).isEqualTo(1);
    assertThat(find("{\"email\": \"patched@\"}")).containsExactly(id);
    assertThat(patch(UUID.randomUUID().toString(), "*", "{}").statusCode()).isEqualTo(404);
    assertThat(
            service
                .send(
                    service
                        .request("/v1/customers/" + id)
                        .header("authorization", "Bearer " + Stage.OPERATOR_TOKEN)
                        .header("content-type", "application/json")
                        .header("if-match", "*")
                        .method("PATCH", BodyPublishers.ofString("{}"))
                        .build())
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void deactivatesAndReactivatesUnlessTheAddressIsTaken() {
    String id = register("Dee", "Active", "dee@example.com", "514-555-0193");
    String path = "/v1/customers/" + id;

    assertThat(operate(422, path + "/deactivate", "{}").toString()).contains("#/reason");
    JsonNode dry = operate(200, path + "/deactivate?dry_run=true", "{\"reason\": \"abuse\"}");
    assertThat(dry.at("/customers").asInt()).isEqualTo(1);
    assertThat(operate(200, path).get("status").asText()).isEqualTo("active");
    operate(200, path + "/deactivate", "{\"reason\": \"abuse\"}");
    assertThat(
            operate(200, path + "/deactivate", "{\"reason\": \"abuse\"}").get("customers").asInt())
        .isZero();
    assertThat(events(id, "deactivated")).isEqualTo(1);
    assertThat(operate(200, path).toString()).contains("inactive", "\"standing_reason\":\"abuse\"");
    assertThat(service.post("/verify-registration", "{\"email_id\": \"dee@example.com\"}").body())
        .contains("does not exist");
    assertThat(find("{\"email\": \"dee@\", \"status\": \"inactive\"}")).containsExactly(id);
    assertThat(patch(id, "*", "{\"city\": \"Ottawa\"}").body()).contains("customer-not-active");

    operate(200, path + "/reactivate", "{\"reason\": \"cleared\"}");
    assertThat(events(id, "reactivated")).isEqualTo(1);
    operate(200, path + "/deactivate", "{\"reason\": \"requested\"}");
    register("Dee", "Again", "dee@example.com", "514-555-0194");
    assertThat(operate(409, path + "/reactivate", "{\"reason\": \"mistake\"}").toString())
        .contains("address-registered");
  }

  @Test
  void mergesDuplicatesAndUndoesItExactly() {
    String survivor = register("Meg", "Merge", "meg.merge@gmail.com", "514-555-0195");
    String duplicate = register("Meg", "Merge", "megmerge+shop@gmail.com", "514-555-0195");
    operate(200, "/v1/customers/" + duplicate + "/consents", "{\"what\": \"withdrawal\"}");
    operate(200, "/v1/customers/" + survivor + "/consents", "{\"what\": \"purchase\"}");

    JsonNode pairs = operate(200, "/v1/customers/" + survivor + "/duplicates").get("duplicates");
    assertThat(pairs).hasSize(1);
    assertThat(pairs.toString())
        .contains("same-mailbox", "same-phone", "same-name-and-postal-code", duplicate);
    assertThat(operate(200, "/v1/duplicates").toString()).contains(duplicate);

    String merge = "/v1/customers/" + survivor + "/merge";
    String body = "{\"duplicate\": \"%s\"}".formatted(duplicate);
    String before = row(duplicate);
    assertThat(operate(200, merge + "?dry_run=true", body).toString()).contains("marketing-email");
    assertThat(row(duplicate)).isEqualTo(before);
    JsonNode merged = operate(200, merge, body);
    assertThat(operate(200, "/v1/customers/" + duplicate).toString())
        .contains("superseded", survivor);
    assertThat(operate(409, merge, body).toString()).contains("customer-not-active");
    assertThat(
            operate(409, "/v1/customers/" + duplicate + "/reactivate", "{\"reason\": \"mistake\"}")
                .toString())
        .contains("customer-superseded");
    assertThat(events(survivor, "merged")).isEqualTo(1);
    assertThat(operate(200, "/v1/customers/" + survivor + "/consents").toString())
        .contains("withdrawn");
    for (String either : List.of(survivor, duplicate)) {
      JsonNode kept = operate(200, "/v1/customers/" + either + "/export").get("customer");
      assertThat(kept.findValuesAsText("id")).containsExactly(survivor, duplicate);
    }

    String undo = "/v1/merges/" + merged.get("id").asText() + "/undo";
    operate(200, undo + "?dry_run=true", "{}");
    operate(200, undo, "{}");
    assertThat(row(duplicate)).isEqualTo(before);
    assertThat(events(survivor, "merge-undone")).isEqualTo(1);
    assertThat(operate(409, undo, "{}").toString()).contains("merge-closed");

    String distinct = "{\"other\": \"%s\"}".formatted(survivor);
    operate(200, "/v1/customers/" + duplicate + "/distinct", distinct);
    assertThat(operate(200, "/v1/customers/" + survivor + "/duplicates").get("duplicates"))
        .isEmpty();
  }

  /** All of it but what counts its changes. */
  private static String row(String id) {
    return stage.text(
        """
        select (to_jsonb(c) - 'version' - 'standing_changed_at')::text
        from customer.cust_registration c
        where id = ?
        """,
        UUID.fromString(id));
  }

  @Test
  void undoesNoMergeWhoseAddressIsTakenOrWhoseTimeIsOver() {
    String survivor = register("Una", "Undo", "una@example.com", "514-555-0196");
    String duplicate = register("Una", "Undo", "una2@example.com", "514-555-0196");
    String body = "{\"duplicate\": \"%s\"}".formatted(duplicate);
    JsonNode merge = operate(200, "/v1/customers/" + survivor + "/merge", body);
    String undo = "/v1/merges/" + merge.get("id").asText() + "/undo";

    String again = register("Una", "Anew", "una2@example.com", "514-555-0197");
    assertThat(operate(409, undo, "{}").toString()).contains("address-registered");
    operate(200, "/v1/customers/" + again + "/erase", "{}");
    stage.execute("update customer.merge set merged_at = now() - interval '31 days'");
    assertThat(operate(409, undo, "{}").toString()).contains("merge-closed");
    assertThat(operate(404, "/v1/merges/" + UUID.randomUUID() + "/undo", "{}").toString())
        .contains("merge-unknown");
  }

  @Test
  void erasesOnePersonInOneGoAndGivesTheReceiptAgain() {
    String id = register("Erik", "Erasmus-Q", "erik@example.com", "514-555-0198");
    String other = register("Erik", "Erasmus-Q", "erik-too@example.com", "514-555-0198");
    operate(200, "/v1/customers/" + id + "/merge", "{\"duplicate\": \"%s\"}".formatted(other));
    String path = "/v1/customers/" + other + "/erase";

    JsonNode dry = operate(200, path + "?dry_run=true", "{}");
    assertThat(dry.at("/removed/customers").asInt()).isEqualTo(2);
    assertThat(dry.has("id")).isFalse();
    assertThat(operate(200, "/v1/customers/" + id).get("status").asText()).isEqualTo("active");

    JsonNode receipt = operate(200, path, "{}");
    assertThat(receipt.get("removed")).isEqualTo(dry.get("removed"));
    assertThat(receipt.toString()).doesNotContain("Eras", "erik");
    assertThat(operate(200, path, "{}")).isEqualTo(receipt);
    assertThat(operate(200, "/v1/customers/" + id + "/erase", "{}")).isEqualTo(receipt);
    assertThat(operate(200, "/v1/erasures/" + receipt.get("id").asText())).isEqualTo(receipt);
    assertThat(events(id, "erased")).isEqualTo(1);
    assertThat(operate(404, "/v1/customers/" + id).toString()).contains("customer-unknown");
    assertThat(operate(404, "/v1/erasures/" + UUID.randomUUID()).toString())
        .contains("erasure-unknown");
    assertThat(operate(404, "/v1/customers/" + UUID.randomUUID() + "/erase", "{}").toString())
        .contains("customer-unknown");
    assertThat(service.log()).doesNotContain("Erasmus-Q", "erik@");
  }

  @Test
  void leavesNoIndexInvalid() {
    assertThat(
            stage.count(
                """
                select count(*)
                from pg_index
                where indrelid = 'customer.cust_registration'::regclass
                  and not (indisvalid and indisready)
                """))
        .isZero();
  }
}
