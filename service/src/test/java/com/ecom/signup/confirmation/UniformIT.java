package com.ecom.signup.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody learns from an answer whether an address is registered. */
final class UniformIT {
  private static final int ANSWERS = 2000;
  private static final int PAGES = 200;
  private static final int WARM_UP = 500;
  private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

  private static Stage stage;
  private static ServiceProcess service;

  /** What is known of the address. */
  private enum Kind {
    REGISTERED,
    WAITING,
    NEW
  }

  @BeforeAll
  static void open() {
    stage = Stage.open();
    Map<String, String> variables = new HashMap<>();
    variables.put("PUBLIC_URL", "https://signup.example");
    variables.put("MAIL_FROM", "no-reply@ecom.example");
    variables.put("SIGNUP_ACTIVATION", "confirmed-email");
    variables.put("SIGNUP_EXISTENCE", "uniform");
    variables.put("SIGNUP_LOOKUP", "off");
    variables.put("SIGNUP_ABUSE_MIN_FILL_TIME", "0s");
    variables.put("SIGNUP_ABUSE_CLIENT_RATE", "1000000");
    variables.put("SIGNUP_ABUSE_ADDRESS_RATE", "1000000");
    variables.put("SIGNUP_ABUSE_CALLER_RATE", "1000000");
    service = stage.startService(variables);
    stage.execute(
        """
        insert into customer.cust_registration (
          id, first_name, last_name, email_id, email_key, phone, phone_e164, province, city,
          postacode, country, is_active, registered_at)
        select
          gen_random_uuid(), 'Asha', 'Patel', address, address, '416-555-0123', '+14165550123',
          'ON', 'Toronto', 'M5V 2T6', 'CA', true, now()
        from (
          select 'registered' || number || '@example.com' as address
          from generate_series(0, 1999) as number) as known
        """);
    for (int i = 0; i < ANSWERS; i++) {
      register("waiting%d@example.com".formatted(i));
    }
    for (int i = 0; i < WARM_UP; i++) {
      register("warm%d@example.com".formatted(i));
    }
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static String address(Kind kind, int number) {
    return "%s%d@example.com".formatted(kind.name().toLowerCase(Locale.ROOT), number);
  }

  private static HttpResponse<String> register(String address) {
    return service.post(
        "/v1/customers",
        """
        {"first_name": "Asha", "last_name": "Patel", "email": "%s", "phone": "416-555-0123",
         "province": "ON", "city": "Toronto", "postal_code": "M5V 2T6"}
        """
            .formatted(address));
  }

  /** What can be seen of an answer, without what differs from one to the next by chance. */
  private static String shape(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + new TreeMap<>(answer.headers().map()).keySet()
        + " "
        + answer.headers().firstValue("content-length").orElse("")
        + " "
        + answer
            .body()
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
            .replaceAll("\"number\":\"\\d\\d\"", "NUMBER");
  }

  /** How long each answer took, in nanoseconds. */
  private record Times(List<Long> registered, List<Long> waiting, List<Long> fresh) {
    List<Long> of(Kind kind) {
      return switch (kind) {
        case REGISTERED -> registered;
        case WAITING -> waiting;
        case NEW -> fresh;
      };
    }
  }

  @Test
  void isTheSameInBodyHeadersAndTime() {
    Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<String> shapes = new ArrayList<>();
    for (int i = 0; i < ANSWERS; i++) {
      for (int turn = 0; turn < Kind.values().length; turn++) {
        Kind kind = Kind.values()[(i + turn) % Kind.values().length];
        long start = System.nanoTime();
        HttpResponse<String> answer = register(address(kind, i));
        times.of(kind).add(System.nanoTime() - start);
        shapes.add(shape(answer));
      }
    }

    assertThat(shapes.stream().distinct()).hasSize(1);
    assertThat(shapes.getFirst()).startsWith("202 ");
    for (Kind kind : List.of(Kind.REGISTERED, Kind.WAITING)) {
      double distance = distance(times.of(kind), times.of(Kind.NEW));
      assertThat(distance)
          .as("how far the times of %s lie from those of new ones", kind)
          .isLessThan(CRITICAL);
    }
  }

  /**
   * Of the two-sample Kolmogorov-Smirnov test for 2,000 and 2,000: two equal distributions are
   * farther apart than this once in ten million runs. It compares ranks, not milliseconds.
   */
  private static final double CRITICAL = Math.sqrt(-Math.log(1e-7 / 2) / 2 * 2.0 / ANSWERS);

  private static double distance(List<Long> some, List<Long> others) {
    List<Long> sorted = some.stream().sorted().toList();
    List<Long> reference = others.stream().sorted().toList();
    double farthest = 0;
    int other = 0;
    for (int i = 0; i < sorted.size(); i++) {
      while (other < reference.size() && reference.get(other) <= sorted.get(i)) {
        other++;
      }
      double here = Math.abs((i + 1.0) / sorted.size() - (double) other / reference.size());
      farthest = Math.max(farthest, here);
    }
    return farthest;
  }

  @Test
  void isTheSameOnThePage() {
    List<String> shapes = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      for (Kind kind : Kind.values()) {
        HttpResponse<String> answer = submit(address(kind, i));
        shapes.add(
            answer.statusCode()
                + " "
                + answer.headers().firstValue("location").orElse("")
                + " "
                + new TreeMap<>(answer.headers().map()).keySet()
                + " "
                + answer.body());
      }
    }

    assertThat(shapes.stream().distinct()).hasSize(1);
    assertThat(shapes.getFirst()).startsWith("303 /waiting");
  }

  private static HttpResponse<String> submit(String address) {
    String page = service.send(service.request("/").header("accept", "text/html").build()).body();
    Matcher ticket = TICKET.matcher(page);
    assertThat(ticket.find()).isTrue();
    String form =
        "first_name=Asha&last_name=Patel&phone=416-555-0123&province=ON&city=Toronto"
            + "&postalcode=M5V+2T6&email_id="
            + URLEncoder.encode(address, StandardCharsets.UTF_8)
            + "&ticket="
            + URLEncoder.encode(ticket.group(1), StandardCharsets.UTF_8);
    return service.send(
        service
            .request("/")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  @Test
  void isTheSameOnTheOldRoute() {
    for (Kind kind : Kind.values()) {
      HttpResponse<String> answer =
          service.post(
              "/customer-registration",
              """
              {"first_name": "Eve", "last_name": "Patel", "email_id": "%s",
               "phone": "416-555-0199", "province": "ON", "city": "Toronto",
               "postalcode": "M5V 2T6"}
              """
                  .formatted(address(kind, 7)));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("\"registration is successfull\"");
    }
  }

  @Test
  void saysNothingByTheLookupThatIsOff() {
    assertThat(
            service
                .post("/verify-registration", "{\"email_id\": \"registered1@example.com\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void givesNumberThatDependsOnNothingButTheRegistration() {
    assertThat(AnswerJson.of(register("new-one@example.com")).get("number").asText())
        .matches("[1-9]\\d");
  }
}
