package com.ecom.signup.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.AnswerJson;
import com.ecom.signup.Forms;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody learns from an answer whether an address is registered. */
final class UniformIT {
  private static final int ANSWERS = 2000;
  private static final int WARM_UP = 300;

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
    stage.execute(
        """
        insert into customer.pending_registration (
          id, email_key, first_name, last_name, email_id, phone, province, city, postacode,
          country, language, channel, expires_at)
        select
          gen_random_uuid(), address, 'Asha', 'Patel', address, '416-555-0123', 'ON', 'Toronto',
          'M5V 2T6', 'CA', 'en', 'API', now() + interval '1 day'
        from (
          select 'waiting' || number || '@example.com' as address
          from generate_series(0, 1999) as number) as known
        """);
    for (int i = 0; i < WARM_UP; i++) {
      register("warm%d@example.com".formatted(i));
      submit("form%d@example.com".formatted(i), Forms.ticket(service));
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
  private static String shape(HttpResponse<String> answer, String address) {
    String cookie = answer.headers().firstValue("set-cookie").orElse("");
    return answer.statusCode()
        + " "
        + new TreeMap<>(answer.headers().map()).keySet()
        + " "
        + cookie.replaceAll("=[A-Za-z0-9_-]{43};", "=SECRET;").replaceAll("Expires=[^;]*", "THEN")
        + " "
        + length(answer, address)
        + " "
        + answer
            .body()
            .replace(address, "ADDRESS")
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
            .replaceAll("\"number\":\"\\d\\d\"", "NUMBER")
            .replaceAll("(class=\"digits\"[^>]*>)\\d\\d<", "$1NUMBER<");
  }

  /** That of a page grows with the address that was typed, which the page repeats. */
  private static long length(HttpResponse<String> answer, String address) {
    long length = answer.headers().firstValueAsLong("content-length").orElse(-1);
    return answer.body().contains(address) ? length - address.length() : length;
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
    compare(ANSWERS, (kind, number) -> register(address(kind, number)));
  }

  @Test
  void isTheSameOnThePage() {
    Map<String, String> tickets = new ConcurrentHashMap<>();
    IntStream.range(0, ANSWERS)
        .parallel()
        .forEach(
            number -> {
              for (Kind kind : Kind.values()) {
                tickets.put(address(kind, number), Forms.ticket(service));
              }
            });

    String shape =
        compare(
            ANSWERS,
            (kind, number) ->
                submit(
                    address(kind, number),
                    Objects.requireNonNull(tickets.get(address(kind, number)))));

    assertThat(shape).contains("Please confirm your address", "<p class=\"digits\"");
  }

  /** Asks about an address of each kind in turn. */
  @FunctionalInterface
  private interface Asking {
    HttpResponse<String> about(Kind kind, int number);
  }

  /** The one shape that all answers have. */
  private static String compare(int answers, Asking asking) {
    Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<String> shapes = new HashSet<>();
    for (int i = 0; i < answers; i++) {
      for (int turn = 0; turn < Kind.values().length; turn++) {
        Kind kind = Kind.values()[(i + turn) % Kind.values().length];
        long start = System.nanoTime();
        HttpResponse<String> answer = asking.about(kind, i);
        times.of(kind).add(System.nanoTime() - start);
        shapes.add(shape(answer, address(kind, i)));
      }
    }
    assertThat(shapes).hasSize(1);
    assertThat(shapes.iterator().next()).startsWith("202 ");
    for (Kind kind : List.of(Kind.REGISTERED, Kind.WAITING)) {
      assertThat(distance(times.of(kind), times.of(Kind.NEW)))
          .as("how far the times of %s lie from those of new ones", kind)
          .isLessThan(CRITICAL);
    }
    return shapes.iterator().next();
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

  private static HttpResponse<String> submit(String address, String ticket) {
    Map<String, String> fields = Forms.person(address);
    fields.put("ticket", ticket);
    return Forms.submit(service, "/", fields);
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
