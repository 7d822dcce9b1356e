package com.ecom.signup.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of customers over HTTP: good ones, hostile ones, and those that are cut off. */
final class ImportIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String HEADER =
      "first_name,last_name,email_id,phone,province,city,postalcode\n";
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

  @BeforeEach
  void begin() {
    stage.execute(
        "delete from customer.event; delete from customer.cust_registration;"
            + " delete from customer.import");
  }

  @Test
  void takesCustomersInOnceAndAnnouncesNobodyUnasked() {
    JsonNode done = done(upload("", HEADER + row("a@example.com") + row("b@example.com")));

    assertThat(done.get("status").asText()).isEqualTo("finished");
    assertThat(done.get("added").asInt()).isEqualTo(2);
    assertThat(stage.count("select count(*) from customer.event")).isZero();
    assertThat(done(upload("", HEADER + row("A@example.com"))).get("same").asInt()).isEqualTo(1);
    assertThat(service.post("/verify-registration", Registrants.lookup("a@example.com")).body())
        .contains("User exist");
    assertThat(customers()).isEqualTo(2);
    assertThat(AnswerJson.of(service.operate("/v1/imports")).get("imports")).hasSize(2);
  }

  @Test
  void keepsTimesOfElsewhereByWhichTheyAreListed() {
    service.post("/customer-registration", Registrants.registration("now@example.com"));
    StringBuilder file = new StringBuilder(HEADER.strip() + ",registered_at\n");
    List.of("2019-05-01T00:00:00Z", "2018-05-01T00:00:00.25-05:00", "2019-05-01T00:00:00Z")
        .forEach(
            time ->
                file.append(row("of%d@example.com".formatted(file.length())).strip())
                    .append(",")
                    .append(time)
                    .append("\n"));
    assertThat(done(upload("", file.toString())).get("added").asInt()).isEqualTo(3);

    List<String> times = new ArrayList<>();
    for (String path = "/v1/customers?registered_before=2020-01-01T00:00:00Z&limit=1";
        path != null; ) {
      JsonNode page = AnswerJson.of(service.operate(path));
      page.get("customers").forEach(one -> times.add(one.get("registered_at").asText()));
      path = page.has("next") ? page.get("next").asText() : null;
    }
    assertThat(times)
        .containsExactly(
            "2018-05-01T05:00:00.250Z", "2019-05-01T00:00:00Z", "2019-05-01T00:00:00Z");
    assertThat(
            AnswerJson.of(service.operate("/v1/customers?registered_from=2020-01-01T00:00:00Z"))
                .get("customers"))
        .hasSize(1);
    assertThat(
            service
                .operate(
                    "/v1/customers?registered_from=2020-01-01T00:00:00Z"
                        + "&after=01a20aa5-0fba-7547-9ebe-d15afe0ef8b5")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void announcesThemAsThoseWhoRegisterWhenAsked() {
    done(upload("?events=true", HEADER + row("told@example.com")));
    UUID customer =
        stage.id("select id from customer.cust_registration where email_key = 'told@example.com'");

    Poll.until(
        "the event is there",
        SOON,
        () ->
            stage.aws().publications().stream()
                .anyMatch(
                    told ->
                        (customer + ":1").equals(told.attributes().get("ce-id"))
                            && told.message().contains("\"email_id\":\"told@example.com\"")));
  }

  @Test
  void neverOverwritesAndGivesRefusedRowsBackToBeCorrected() {
    service.post("/customer-registration", Registrants.registration("here@example.com"));
    String file =
        HEADER
            + row("here@example.com")
            + row("new@example.com").replace("Asha", "=cmd()")
            + row("new@example.com")
            + row("bad@@example.com").replace("+14165550123", "12")
            + "only,three,columns\n";
    JsonNode done = done(upload("", file));
    assertThat(done.get("added").asInt()).isEqualTo(1);
    assertThat(done.get("same").asInt()).isEqualTo(1);
    assertThat(done.get("refused").asInt()).isEqualTo(3);

    String refused = refused(done);
    assertThat(refused)
        .startsWith(
            "first_name,last_name,email_id,phone,province,city,postalcode,import_line,import_errors\r\n")
        .contains(",4,\"email: already-registered (is registered already, with other details)")
        .contains(",5,\"email: email-", "; phone: phone-number (")
        .contains("\"only,three,columns\",,,,,,,6,wrong-number-of-columns");
    String corrected =
        refused
            .lines()
            .filter(line -> !line.startsWith("\"only"))
            .collect(Collectors.joining("\n"))
            .replace("new@example.com", "newer@example.com")
            .replace("bad@@example.com", "good@example.com")
            .replace(",12,ON", ",+14165550123,ON");
    assertThat(done(upload("", corrected)).get("added").asInt()).isEqualTo(2);
  }

  @Test
  void saysWhatWouldHappenAndWritesNothing() {
    service.post("/customer-registration", Registrants.registration("here@example.com"));
    StringBuilder file = new StringBuilder(HEADER + row("here@example.com") + row("x@"));
    IntStream.range(0, 4500).forEach(i -> file.append(row("p" + i % 4000 + "@example.com")));
    HttpResponse<String> answer = upload("?dry_run=true", file.toString());

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode would = AnswerJson.of(answer);
    assertThat(would.get("added").asInt()).isEqualTo(4000);
    assertThat(would.get("same").asInt()).isEqualTo(501);
    assertThat(would.get("refusals").get(0).get("line").asInt()).isEqualTo(3);
    assertThat(would.get("refusals").get(0).get("errors").get(0).get("field").asText())
        .isEqualTo("email");
    assertThat(customers()).isEqualTo(1);
    assertThat(stage.count("select count(*) from customer.import")).isZero();
  }

  @Test
  void readsNdjsonAndRefusesFilesWithMembersThatItDoesNotKnow() {
    String good = Registrants.customer("json@example.com");
    JsonNode done = done(send("application/x-ndjson", "", null, bytes(good + "\n{broken\n")));
    assertThat(done.get("added").asInt()).isEqualTo(1);
    String refused = refused(done);
    assertThat(refused).contains("\"import_text\":\"{broken\"", "\"import_line\":2", "malformed");

    String odd = Registrants.customer("odd@example.com").replace("{", "{\"shoe_size\": \"9\", ");
    HttpResponse<String> answer = send("application/x-ndjson", "", null, bytes(odd));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("column-unknown", "shoe_size");
    assertThat(
            done(send("application/x-ndjson", "?ignore_columns=shoe_size", null, bytes(odd)))
                .get("added")
                .asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMPTY | file-empty | line 1",
        "first_name,last_name,phone,city | column-missing | email",
        "first_name,last_name,email,EMAIL_ID,phone,city | column-repeated | EMAIL_ID",
        "first_name,last_name,email,phone,city,shoe | column-unknown | shoe",
        "first_name,last_name,email,phone,city,Password_Hash | column-secret | Password_Hash",
        "first_name,\"last_name | quote-open | line 1",
      })
  void refusesFilesWithSuchHeaders(String header, String code, String place) {
    HttpResponse<String> answer =
        upload("?ignore_columns=password_hash", header.equals("EMPTY") ? "" : header + "\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("import-file-refused", "\"code\":\"" + code + "\"", "\"" + place + "\"");
    assertThat(stage.count("select count(*) from customer.import")).isZero();
  }

  @Test
  void ignoresPasswordsOnlyWhenTheyAreSpelledAndKeepsThemNowhere() {
    String file =
        HEADER.replace("\n", ",Password\n")
            + row("p@example.com").replace("\n", ",hunter2\n")
            + row("bad").replace("\n", ",hunter2\n");
    JsonNode done = done(upload("?ignore_columns=Password", file));

    assertThat(done.get("added").asInt()).isEqualTo(1);
    assertThat(refused(done)).contains("bad").doesNotContain("hunter2", "Password");
  }

  @Test
  void survivesHostileFiles() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        bytes("\uFEFF" + HEADER.toUpperCase(java.util.Locale.ROOT).replace("\n", "\r\n")));
    file.writeBytes(bytes(row("crlf@example.com").replace("\n", "\r\n")));
    file.writeBytes(bytes(row("nul@example.com").replace("Asha", "As\0ha")));
    file.writeBytes(bytes("\n\n"));
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
    JsonNode done = done(send("text/csv; charset=utf-8", "", null, file.toByteArray()));
    assertThat(done.get("added").asInt()).isEqualTo(1);
    assertThat(done.get("refused").asInt()).isEqualTo(2);
    assertThat(refused(done)).contains("not-text", "not-utf-8");

    HttpResponse<String> header = upload("", HEADER);
    assertThat(done(header).get("rows").asInt()).isZero();
    HttpResponse<String> open = upload("", HEADER + row("before@example.com") + "\"open,\n");
    assertThat(open.body()).contains("quote-open", "line 3");
    assertThat(customers()).isEqualTo(2);
    assertThat(
            AnswerJson.of(service.operate("/v1/imports"))
                .get("imports")
                .get(0)
                .get("failure")
                .asText())
        .isEqualTo("quote-open: line 3");
    String line = HEADER + "x".repeat(900_000);
    assertThat(upload("", line).body()).contains("record-too-long", "line 2");
  }

  @Test
  void unpacksGzipButNoBomb() throws IOException {
    byte[] good = gzip(bytes(HEADER + row("zip@example.com")));
    assertThat(done(send("text/csv", "", "gzip", good)).get("added").asInt()).isEqualTo(1);

    byte[] bomb = gzip(bytes(HEADER + "\n".repeat(60_000_000)));
    assertThat(send("text/csv", "", "gzip", bomb).body()).contains("gzip-bomb");
    assertThat(send("text/csv", "", "gzip", bytes(HEADER)).body()).contains("gzip-broken");
    assertThat(send("text/csv", "", "br", good).statusCode()).isEqualTo(415);
    assertThat(send("text/plain", "", null, good).statusCode()).isEqualTo(415);
  }

  @Test
  void goesOnBehindWhatWasCommittedWhenTheUploadWasCut() throws Exception {
    String file =
        HEADER
            + IntStream.range(0, 9000)
                .mapToObj(i -> row("u" + i + "@example.com"))
                .collect(Collectors.joining());
    byte[] bytes = bytes(file);
    try (Socket socket = new Socket("localhost", service.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          bytes(
              "POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nIdempotency-Key: cut\r\nContent-Length: %d\r\n\r\n"
                  .formatted(Stage.OPERATOR_TOKEN, bytes.length)));
      out.write(bytes, 0, bytes.length * 2 / 3);
      out.flush();
      Poll.until("some are committed", SOON, () -> customers() >= 2000);
    }
    Poll.until("that is noted", SOON, () -> statuses("interrupted") == 1);
    assertThat(upload("", "cut", file.replaceFirst("Asha", "Asho")).body())
        .contains("import-file-differs");

    JsonNode done = done(upload("", "cut", file));
    assertThat(done.get("added").asInt()).isEqualTo(9000);
    assertThat(done.get("same").asInt()).isZero();
    assertThat(customers()).isEqualTo(9000);
    assertThat(done(upload("", "cut", file)).get("id")).isEqualTo(done.get("id"));
  }

  @Test
  void runsOneAtOnceCanBeCancelledAndKeepsNobodyFromRegistering() throws Exception {
    String rows =
        IntStream.range(0, 4000)
            .mapToObj(i -> row("c" + i + "@example.com"))
            .collect(Collectors.joining());
    try (Socket socket = new Socket("localhost", service.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          bytes(
              "POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: 100000000\r\n\r\n"
                  .formatted(Stage.OPERATOR_TOKEN)));
      out.write(bytes(HEADER + rows.repeat(2)));
      out.flush();
      CompletableFuture<Integer> registered =
          CompletableFuture.supplyAsync(
              () ->
                  service
                      .post("/customer-registration", Registrants.registration("live@example.com"))
                      .statusCode());
      assertThat(registered.get()).isEqualTo(200);
      Poll.until("it has begun", SOON, () -> statuses("running") == 1);
      assertThat(upload("", HEADER + row("other@example.com")).body()).contains("import-under-way");
      String id = stage.id("select id from customer.import").toString();
      assertThat(service.operate("/v1/imports/" + id + "/cancel", "").body())
          .contains("\"status\":\"cancelled\"");
      assertThat(service.operate("/v1/imports/" + id + "/cancel", "").body())
          .contains("import-ended");
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 409");
    }
    assertThat(service.operate("/v1/imports/" + UUID.randomUUID()).body())
        .contains("import-unknown");
  }

  @Test
  void letsNobodyInWithoutTheToken() {
    for (String path : new String[] {"/v1/imports", "/v1/customers/export"}) {
      assertThat(service.send(service.request(path).build()).statusCode()).isEqualTo(401);
    }
    assertThat(
            service
                .send(
                    service
                        .request("/v1/imports")
                        .header("content-type", "text/csv")
                        .POST(BodyPublishers.ofString(HEADER))
                        .build())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void showsAndErasesWhatIsKeptOfSomebody() throws SQLException {
    service.post("/customer-registration", Registrants.registration("erased@example.com"));
    upload(
        "",
        HEADER
            + row("erased@example.com").replace("Asha", "Other")
            + "erased@example.com,broken\n"
            + row("stays@"));
    UUID customer =
        stage.id(
            "select id from customer.cust_registration where email_key = 'erased@example.com'");
    String path = "/v1/customers/" + customer + "/export";
    JsonNode known = AnswerJson.of(service.operate(path));
    assertThat(known.get("customer").get(0).get("email").asText()).isEqualTo("erased@example.com");
    assertThat(known.get("event").get(0).get("id").asText()).isEqualTo(customer + ":1");
    assertThat(known.get("refused_row").get(0).get("row").asText()).contains("Other");
    HttpResponse<String> sheet = service.send(operator(path).header("accept", "text/csv").build());
    assertThat(sheet.body())
        .startsWith("kind,number,name,value\r\n")
        .contains("customer,1,email,erased@example.com\r\n", "customer,1,phone,'+14165550123");

    assertThat(stage.count("select count(*) from customer.import_refusal")).isEqualTo(3);
    try (Connection connection = stage.database().connection()) {
      RefusalTable.forget(connection, List.of("erased@example.com"));
    }
    assertThat(stage.count("select count(*) from customer.import_refusal")).isEqualTo(1);
  }

  private static long customers() {
    return stage.count("select count(*) from customer.cust_registration");
  }

  private static long statuses(String status) {
    return stage.count("select count(*) from customer.import where status = ?", status);
  }

  private static String row(String address) {
    return "Asha,Patel,%s,+14165550123,ON,Toronto,M5V 2T6\n".formatted(address);
  }

  private static HttpResponse<String> upload(String query, String file) {
    return send("text/csv", query, null, bytes(file));
  }

  private static HttpResponse<String> upload(String query, String key, String file) {
    return service.send(
        operator("/v1/imports" + query)
            .header("content-type", "text/csv")
            .header("idempotency-key", key)
            .POST(BodyPublishers.ofString(file))
            .build());
  }

  private static HttpResponse<String> send(
      String type, String query, @org.jspecify.annotations.Nullable String encoding, byte[] file) {
    HttpRequest.Builder request = operator("/v1/imports" + query).header("content-type", type);
    if (encoding != null) {
      request.header("content-encoding", encoding);
    }
    return service.send(request.POST(BodyPublishers.ofByteArray(file)).build());
  }

  private static HttpRequest.Builder operator(String path) {
    return service
        .request(path)
        .header("authorization", "Bearer " + Stage.OPERATOR_TOKEN)
        .header("audit-reason", "a test");
  }

  private static JsonNode done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return AnswerJson.of(answer);
  }

  private static String refused(JsonNode done) {
    return service.operate("/v1/imports/" + done.get("id").asText() + "/refused").body();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
