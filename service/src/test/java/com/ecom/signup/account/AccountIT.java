package com.ecom.signup.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Forms;
import com.ecom.signup.Mailbox;
import com.ecom.signup.Poll;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.aws.Mail;
import com.ecom.signup.local.port.FreePort;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People see, correct and erase what is known of them, once they have proved the address. */
final class AccountIT {
  private static final Pattern CODE = Pattern.compile("(?m)^([A-Za-z0-9_-]{43})$");

  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    String port = String.valueOf(FreePort.find());
    Map<String, String> variables = new HashMap<>();
    variables.put("PORT", port);
    variables.put("PUBLIC_URL", "http://localhost:" + port);
    variables.put("MAIL_FROM", "no-reply@ecom.example");
    variables.put("SIGNUP_MAIL_COOL_DOWN", "0s");
    variables.put("SIGNUP_ABUSE_MIN_FILL_TIME", "0s");
    variables.put("SIGNUP_ABUSE_CLIENT_RATE", "100000");
    service = stage.startService(variables);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Map<String, String> details(String name, String address) {
    Map<String, String> fields = Forms.person(address);
    fields.put("first_name", name);
    fields.put("last_name", "Surname-of-" + name);
    fields.put("city", "City-of-" + name);
    return fields;
  }

  private static void register(String name, String address, boolean news) {
    Map<String, String> fields = details(name, address);
    fields.put("ticket", Forms.ticket(service));
    if (news) {
      fields.put("consent_marketing", "yes");
    }
    assertThat(submit("/", "", fields).statusCode()).isEqualTo(303);
  }

  private static HttpResponse<String> submit(
      String path, String cookie, Map<String, String> fields) {
    return Forms.submit(service, path, cookie, fields);
  }

  private static HttpResponse<String> get(String path, String cookie) {
    return service.send(service.request(path).header("cookie", cookie).build());
  }

  private static String code(Mail mail) {
    Matcher matcher = CODE.matcher(String.valueOf(mail.text()));
    assertThat(matcher.find()).as(mail.text()).isTrue();
    return matcher.group(1);
  }

  /** Proves the address, and gives the cookie of the session. */
  private static String enter(String address) {
    Mailbox mailbox = new Mailbox(stage, address);
    int before = mailbox.mails().size();
    assertThat(submit("/account/ask", "", Map.of("email_id", address)).statusCode()).isEqualTo(200);
    HttpResponse<String> opened =
        submit("/account/open", "", Map.of("link", code(mailbox.await(before + 1))));
    assertThat(opened.statusCode()).isEqualTo(303);
    String cookie = opened.headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie).containsIgnoringCase("httponly").contains("SameSite=Strict");
    return cookie.split(";", 2)[0];
  }

  /** The last publication that holds both, as text. */
  private static String lastEvent(String type, String part) {
    List<String> found = new ArrayList<>();
    Poll.until(
        "an event of type " + type + " is published",
        Duration.ofSeconds(15),
        () -> {
          found.clear();
          JsonNode all =
              AnswerJson.of(
                  service.send(
                      HttpRequest.newBuilder(
                              URI.create(stage.aws().endpoint() + "/local/publications"))
                          .build()));
          for (JsonNode publication : all) {
            String text = publication.toString();
            if (text.contains(type) && text.contains(part)) {
              found.add(text);
            }
          }
          return !found.isEmpty();
        });
    return found.getLast();
  }

  @Test
  void showsAndCorrectsTheData() {
    register("Amy", "amy@example.com", true);
    String session = enter("amy@example.com");

    assertThat(get("/account", session).body()).contains("Amy", "City-of-Amy");
    Map<String, String> changed = details("Amy", "amy@example.com");
    changed.put("city", "Ottawa <i>");
    assertThat(submit("/account", session, changed).body()).contains("Ottawa &lt;i&gt;");
    changed.put("city", "");
    assertThat(submit("/account", session, changed).statusCode()).isEqualTo(422);
    assertThat(lastEvent("com.ecom.customer.updated.v1", "Ottawa"))
        .contains("unsubscribe_url", "may_advertise");
    JsonNode export = AnswerJson.of(get("/account/export", session));
    assertThat(export.at("/customer/city").asText()).isEqualTo("Ottawa <i>");
    assertThat(export.at("/consents/entries/0/act").asText()).isEqualTo("granted");
    assertThat(export.at("/consents/entries/0").toString()).contains("unsubscribe");
  }

  @Test
  void tellsTheOldAddressAndEndsItsSessionsWhenAnOperatorChangesIt() throws SQLException {
    register("Mia", "mia@example.com", false);
    String session = enter("mia@example.com");
    Mailbox old = new Mailbox(stage, "mia@example.com");
    int before = old.mails().size();
    UUID customer =
        stage.id("select id from customer.cust_registration where email_key = 'mia@example.com'");
    HttpResponse<String> changed =
        service.send(
            service
                .request("/v1/customers/" + customer)
                .header("authorization", "Bearer " + Stage.OPERATOR_TOKEN)
                .header("audit-reason", "by phone")
                .header("content-type", "application/merge-patch+json")
                .header("if-match", "*")
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofString("{\"email\": \"mia@elsewhere.example\"}"))
                .build());

    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(get("/account", session).body()).doesNotContain("City-of-Mia");
    assertThat(old.await(before + 1).text()).doesNotContain("mia@elsewhere.example");
  }

  @Test
  void opensOnceByLinkAndForNobodyElse() {
    register("Ben", "ben@example.com", false);
    Mailbox mailbox = new Mailbox(stage, "ben@example.com");
    submit("/account/ask", "", Map.of("email_id", "BEN@example.com"));
    Mailbox spelled = new Mailbox(stage, "BEN@example.com");
    String link = code(spelled.await(1));

    assertThat(get("/account/open", "").statusCode()).isEqualTo(200);
    assertThat(submit("/account/open", "", Map.of("link", link)).statusCode()).isEqualTo(303);
    assertThat(submit("/account/open", "", Map.of("link", link)).statusCode()).isEqualTo(410);
    assertThat(mailbox.mails()).isEmpty();
    String forged = "account=" + "A".repeat(43);
    assertThat(get("/account", forged).body()).doesNotContain("City-of-Ben");
    assertThat(get("/account/export", forged).statusCode()).isEqualTo(404);
    assertThat(submit("/account", forged, details("Ben", "ben@example.com")).statusCode())
        .isEqualTo(410);
  }

  @Test
  void answersUnknownAddressLikeAnyOther() {
    register("Cleo", "cleo@example.com", false);
    HttpResponse<String> known = submit("/account/ask", "", Map.of("email_id", "cleo@example.com"));
    HttpResponse<String> unknown =
        submit("/account/ask", "", Map.of("email_id", "nobody@example.com"));

    assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
    assertThat(unknown.body()).isEqualTo(known.body());
    new Mailbox(stage, "cleo@example.com").await(1);
    assertThat(new Mailbox(stage, "nobody@example.com").mails()).isEmpty();
  }

  @Test
  void confirmsNewAddressThereAndTellsTheOldOne() {
    register("Dan", "dan@example.com", false);
    String session = enter("dan@example.com");

    submit("/account", session, details("Dan", "daniel@example.com"));
    Mail asked = new Mailbox(stage, "daniel@example.com").await(1);
    assertThat(get("/account", session).body()).contains("dan@example.com");
    assertThat(submit("/account/address", "", Map.of("link", code(asked))).statusCode())
        .isEqualTo(200);

    assertThat(get("/account", session).body()).contains("daniel@example.com");
    assertThat(new Mailbox(stage, "dan@example.com").await(2).subject())
        .isEqualTo("Your address was changed");
    lastEvent("com.ecom.customer.updated.v1", "daniel@example.com");
  }

  @Test
  void takesNoAddressOfAnotherCustomer() {
    register("Eli", "eli@example.com", false);
    register("Fay", "fay@example.com", false);
    String session = enter("eli@example.com");

    submit("/account", session, details("Eli", "fay@example.com"));
    Mail asked = new Mailbox(stage, "fay@example.com").await(1);

    assertThat(submit("/account/address", "", Map.of("link", code(asked))).statusCode())
        .isEqualTo(409);
  }

  @Test
  void unsubscribesByOneClickAndByPerson() {
    register("Gus", "gus@example.com", true);
    String link =
        AnswerJson.of(
                service.operate(
                    "/v1/customers/"
                        + stage.id(
                            "select id from customer.cust_registration where email_key = ?",
                            "gus@example.com")
                        + "/consents"))
            .get("unsubscribe_url")
            .asText();
    String path = link.replaceFirst("http://[^/]+", "");

    HttpResponse<String> opened = service.send(service.request(path).build());
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).as("the switch keeps the link").contains("?lang=fr&amp;token=");
    assertThat(acts("gus@example.com")).isEqualTo("granted");
    HttpResponse<String> oneClick =
        service.send(
            service
                .request(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build());
    assertThat(oneClick.statusCode()).isEqualTo(200);
    assertThat(acts("gus@example.com")).isEqualTo("granted withdrawn");
    assertThat(
            service
                .send(service.request(path + "x").POST(HttpRequest.BodyPublishers.noBody()).build())
                .statusCode())
        .isEqualTo(410);

    String session = enter("gus@example.com");
    submit("/account/news", session, Map.of("news", "yes"));
    assertThat(acts("gus@example.com")).isEqualTo("granted withdrawn granted");
    submit("/account/news", session, Map.of("news", "no"));
    assertThat(acts("gus@example.com")).isEqualTo("granted withdrawn granted withdrawn");
  }

  @Test
  void knowsConsentThatPurchasesImplyUntilItIsWithdrawn() {
    register("Ida", "ida@example.com", false);
    String path =
        "/v1/customers/"
            + stage.id(
                "select id from customer.cust_registration where email_key = ?", "ida@example.com")
            + "/consents";

    assertThat(service.operate(path, "{\"what\": \"lottery\"}").statusCode()).isEqualTo(422);
    JsonNode implied =
        AnswerJson.of(
            service.operate(
                path, "{\"what\": \"purchase\", \"occurred_at\": \"2026-01-31T12:00:00Z\"}"));
    assertThat(implied.at("/entries/0/expires_at").asText()).startsWith("2028-01-31");
    service.operate(path, "{\"what\": \"withdrawal\"}");
    service.operate(path, "{\"what\": \"purchase\"}");
    assertThat(acts("ida@example.com")).isEqualTo("granted withdrawn");
    assertThat(
            service
                .operate(
                    "/v1/customers/00000000-0000-0000-0000-000000000000/consents",
                    "{\"what\": \"purchase\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void asksTwiceWhereThatIsRequired() {
    Map<String, String> variables = new HashMap<>();
    String port = String.valueOf(FreePort.find());
    variables.put("PORT", port);
    variables.put("PUBLIC_URL", "http://localhost:" + port);
    variables.put("MAIL_FROM", "no-reply@ecom.example");
    variables.put("SIGNUP_CONSENT_DOUBLE_OPT_IN", "true");
    variables.put("SIGNUP_ABUSE_MIN_FILL_TIME", "0s");
    ServiceProcess usual = service;
    try {
      service = stage.startService(variables);
      register("Jon", "jon@example.com", true);
      assertThat(acts("jon@example.com")).isEqualTo("asked");
      String link = code(new Mailbox(stage, "jon@example.com").await(1));

      assertThat(get("/account/agree", "").statusCode()).isEqualTo(200);
      assertThat(acts("jon@example.com")).isEqualTo("asked");
      assertThat(submit("/account/agree", "", Map.of("link", link)).statusCode()).isEqualTo(200);
      assertThat(acts("jon@example.com")).isEqualTo("asked confirmed");
      assertThat(submit("/account/agree", "", Map.of("link", link)).statusCode()).isEqualTo(410);
      service.close();
    } finally {
      service = usual;
    }
  }

  private static String acts(String address) {
    try (Connection connection = stage.database().connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select string_agg(act, ' ' order by sequence) from customer.consent_entry"
                    + " join customer.cust_registration on id = customer_id"
                    + " where email_key = '"
                    + address
                    + "'")) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void erasesEveryPersonalValueFromEveryTable() throws SQLException {
    register("Hedwig", "hedwig@example.com", true);
    lastEvent("com.ecom.customer.registered.v1", "hedwig@example.com");
    String session = enter("hedwig@example.com");
    submit("/account", session, details("Hedwig", "hedwig-new@example.com"));
    new Mailbox(stage, "hedwig-new@example.com").await(1);
    assertThat(holders("Hedwig", "hedwig")).isNotEmpty();

    assertThat(get("/account/erase", session).statusCode()).isEqualTo(200);
    assertThat(holders("Hedwig", "hedwig")).isNotEmpty();
    assertThat(submit("/account/erase", session, Map.of("press", "yes")).statusCode())
        .isEqualTo(200);

    assertThat(holders("Hedwig", "hedwig")).isEmpty();
    assertThat(lastEvent("com.ecom.customer.erased.v1", "erased"))
        .doesNotContain("Hedwig", "hedwig");
    assertThat(get("/account", session).body()).doesNotContain("Hedwig");
    assertThat(service.log()).doesNotContain("Hedwig", "hedwig@");
  }

  /** The tables that hold one of these values anywhere. */
  private static List<String> holders(String... values) throws SQLException {
    List<String> holders = new ArrayList<>();
    try (Connection connection = stage.database().superuserConnection("ecommerce");
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "select format('%I.%I', schemaname, tablename) from pg_tables"
                  + " where schemaname not in ('pg_catalog', 'information_schema')")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      assertThat(tables)
          .contains(
              "customer.mail",
              "customer.event",
              "customer.cust_registration",
              "customer.merge",
              "customer.distinct_pair",
              "customer.erasure");
      for (String table : tables) {
        for (String value : values) {
          try (ResultSet row =
              statement.executeQuery(
                  "select count(*) from " + table + " as t where t::text like '%" + value + "%'")) {
            row.next();
            if (row.getLong(1) > 0) {
              holders.add(table + " holds " + value);
            }
          }
        }
      }
    }
    return holders;
  }
}
