package com.ecom.signup.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas, many clients, the same addresses: one customer and one event each. */
final class RaceIT {
  private static final int CLIENTS = 32;
  private static final int ADDRESSES = 200;

  private static Stage stage;
  private static List<ServiceProcess> replicas;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    replicas = List.of(stage.startService(), stage.startService());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void makesOneCustomerPerAddressHoweverClientsRace() throws Exception {
    List<Integer> statuses = everyClientSends("shared", client -> "Asha");

    assertThat(statuses).hasSize(CLIENTS * ADDRESSES).containsOnly(200);
    assertThat(customers("shared")).isEqualTo(ADDRESSES);
    assertThat(events("shared")).isEqualTo(ADDRESSES);
    Poll.until(
        "every event is delivered", Duration.ofSeconds(30), () -> published("shared") >= ADDRESSES);
    assertThat(published("shared")).isEqualTo(ADDRESSES);
  }

  @Test
  void letsOneClientWinWhenDetailsDiffer() throws Exception {
    List<Integer> statuses = everyClientSends("contested", client -> "Client " + client);

    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(ADDRESSES);
    assertThat(statuses.stream().filter(status -> status == 409))
        .hasSize((CLIENTS - 1) * ADDRESSES);
    assertThat(customers("contested")).isEqualTo(ADDRESSES);
    assertThat(events("contested")).isEqualTo(ADDRESSES);
  }

  private static List<Integer> everyClientSends(String group, NameOfClient name) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<List<Integer>>> tasks = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int number = client;
        tasks.add(() -> sendAll(group, number, name.of(number)));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<List<Integer>> task : clients.invokeAll(tasks)) {
        statuses.addAll(task.get());
      }
      return statuses;
    }
  }

  private static List<Integer> sendAll(String group, int client, String name) {
    ServiceProcess replica = replicas.get(client % replicas.size());
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < ADDRESSES; i++) {
      String address = "%s.%d@example.com".formatted(group, i);
      HttpResponse<String> answer =
          replica.post(
              "/customer-registration",
              Registrants.registration(mixCase(address, client + i), name));
      statuses.add(answer.statusCode());
    }
    return statuses;
  }

  private static String mixCase(String address, int seed) {
    return address
        .chars()
        .mapToObj(Character::toString)
        .map(
            letter ->
                (letter.hashCode() + seed) % 3 == 0 ? letter.toUpperCase(Locale.ROOT) : letter)
        .collect(Collectors.joining());
  }

  private static long customers(String group) {
    return stage.count(
        "select count(*) from customer.cust_registration where email_key like ? and is_active",
        group + ".%");
  }

  private static long events(String group) {
    return stage.count(
        """
        select count(*)
        from customer.event
        join customer.cust_registration on id = customer_id
        where email_key like ?
        """,
        group + ".%");
  }

  private static long published(String group) {
    return stage.aws().publications().stream()
        .filter(publication -> publication.message().toLowerCase(Locale.ROOT).contains(group + "."))
        .count();
  }

  @FunctionalInterface
  private interface NameOfClient {
    String of(int client);
  }
}
