package com.ecom.signup.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.RawConnection;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many new connections at once: they come while the service stands still, and meet it when it goes
 * on, where no call may wait for longer than a nanosecond.
 */
final class CrowdIT {
  /** The status, not a time. */
  private static final Pattern BUSY_IN_LOG = Pattern.compile(" 503 \\d+ ms ");

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int MANY = 800;

  private static Stage stage;
  private static ServiceProcess service;
  private static final List<RawConnection> CROWD = new ArrayList<>();

  /** Of those who were turned away, what each kind of call was told, but for names and times. */
  private static final Map<Kind, Set<List<String>>> TOLD = new HashMap<>();

  private static int registered;
  private static int turnedAway;

  /** What is asked. */
  private enum Kind {
    REGISTRATION("POST /customer-registration", 200) {
      @Override
      String body(int i) {
        return Registrants.registration("crowd." + i + "@example.com");
      }
    },
    LOOKUP("POST /verify-registration", 200) {
      @Override
      String body(int i) {
        return Registrants.lookup("crowd." + i + "@example.com");
      }
    },
    CUSTOMER("POST /v1/customers", 201) {
      @Override
      String body(int i) {
        return Registrants.customer("crowd." + i + "@example.com");
      }
    },
    PAGE("GET /", 200) {
      @Override
      String body(int i) {
        return "";
      }
    };

    private final String target;
    private final int success;

    Kind(String target, int success) {
      this.target = target;
      this.success = success;
    }

    abstract String body(int i);

    static Kind of(int i) {
      return values()[i % values().length];
    }

    static String request(int i) {
      Kind kind = of(i);
      String body = kind.body(i);
      return """
      %s HTTP/1.1\r
      Host: localhost\r
      X-Request-Id: crowd-%d\r
      Accept-Language: fr\r
      Content-Type: application/json\r
      Content-Length: %d\r
      \r
      %s\
      """
          .formatted(kind.target, i, body.getBytes(UTF_8).length, body);
    }
  }

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service =
        stage.startService(
            Map.of(
                "SIGNUP_HTTP_UNREAD_TIME", "PT0.000000001S",
                "SIGNUP_HTTP_ACCESS_LOG", "true",
                "TRUSTED_PROXIES", "127.0.0.0/8,::1"));
    service.freeze();
    for (int i = 0; i < MANY; i++) {
      RawConnection one = new RawConnection(service.port());
      CROWD.add(one);
      one.send(Kind.request(i));
    }
    service.thaw();
  }

  @AfterAll
  static void close() {
    CROWD.forEach(RawConnection::close);
    stage.close();
  }

  /**
   * Everybody gets the answer to what they asked; the connection of those who were turned away is
   * as good as any other, and nobody can tell where it was.
   */
  @Test
  void isAnsweredToTheLast() {
    List<Integer> left = readAll(IntStream.range(0, MANY).boxed().toList());
    assertThat(count("outside")).isPositive();
    assertThat(left).noneMatch(i -> Kind.of(i) == Kind.PAGE);
    assertThat(stage.count("select count(*) from customer.cust_registration"))
        .isEqualTo(registered);

    Poll.until("all that was asked is done", SOON, () -> askAgain(left));
    Poll.until("some are turned away inside too", SOON, CrowdIT::isAnyTurnedAwayInside);

    assertThat(TOLD).hasSize(3).allSatisfy((kind, told) -> assertThat(told).hasSize(1));
    assertThat(TOLD.toString()).contains("\"code\":\"busy\"", "{\"detail\":\"The service is busy");
    assertThat(count("outside") + count("unread")).isEqualTo(turnedAway);
    assertThat(service.log().lines().filter(BUSY_IN_LOG.asPredicate()).count())
        .isEqualTo(turnedAway);
  }

  /** Those who are turned away again. */
  private static boolean askAgain(List<Integer> left) {
    left.forEach(i -> CROWD.get(i).send(Kind.request(i)));
    List<Integer> again = readAll(left);
    left.clear();
    left.addAll(again);
    return left.isEmpty();
  }

  /** There are more connections inside by now than may be late. */
  private static boolean isAnyTurnedAwayInside() {
    for (int i = 0; Kind.of(i) != Kind.PAGE; i++) {
      CROWD.get(i).send(Kind.request(i));
      note(i, CROWD.get(i).read());
    }
    return count("unread") > 0 && TOLD.size() == 3;
  }

  private static List<Integer> readAll(List<Integer> asked) {
    return new ArrayList<>(asked.stream().filter(i -> note(i, CROWD.get(i).read())).toList());
  }

  /** Whether it is an answer to one who was turned away. */
  private static boolean note(int i, RawConnection.Answer answer) {
    assertThat(answer.header("x-request-id")).isEqualTo("crowd-" + i);
    Kind kind = Kind.of(i);
    if (answer.status() != 503) {
      assertThat(answer.status()).isIn(kind.success, 409);
      if (kind != Kind.PAGE && kind != Kind.LOOKUP) {
        registered++;
      }
      return false;
    }
    turnedAway++;
    assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 10);
    Set<String> same =
        answer.head().stream()
            .map(line -> line.replaceFirst("(x-request-id|retry-after): .*", "$1"))
            .collect(toSet());
    same.add(answer.body());
    TOLD.computeIfAbsent(kind, unknown -> new HashSet<>()).add(List.copyOf(new TreeSet<>(same)));
    return true;
  }

  private static double count(String where) {
    return service.metric("signup_calls_turned_away_total{of=\"" + where + "\"}");
  }
}
