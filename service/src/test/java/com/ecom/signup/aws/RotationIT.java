package com.ecom.signup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The password of the database changes under load, and nobody notices. */
final class RotationIT {
  private static final String CUT_CONNECTIONS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where application_name = 'signup' and pid <> pg_backend_pid()";
  private static final int CLIENTS = 8;
  private static final int ROTATIONS = 5;

  @Test
  void answersEveryRequestWhileTheSecretIsRotated() throws Exception {
    try (Stage stage = Stage.open();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      ServiceProcess service = stage.startService();
      List<Integer> statuses = new CopyOnWriteArrayList<>();
      AtomicBoolean done = new AtomicBoolean();
      AtomicInteger number = new AtomicInteger();
      for (int client = 0; client < CLIENTS; client++) {
        clients.execute(
            () -> {
              while (!done.get()) {
                String address = "rotated." + number.incrementAndGet() + "@example.com";
                statuses.add(
                    service
                        .post("/customer-registration", Registrants.registration(address))
                        .statusCode());
              }
            });
      }
      try {
        for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
          rotate(stage, "rotated-" + rotation, statuses);
        }
      } finally {
        done.set(true);
      }
      clients.shutdown();

      assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      assertThat(statuses).hasSizeGreaterThan(ROTATIONS * CLIENTS).containsOnly(200);
      assertThat(stage.count("select count(*) from customer.cust_registration"))
          .isEqualTo(statuses.size());
    }
  }

  /**
   * In the order of AWS' own rotation: the database first, then the label. All connections are cut
   * in between, so that new ones are needed at the worst moment, once before the pending secret is
   * known and once after.
   */
  private static void rotate(Stage stage, String password, List<Integer> statuses) {
    stage.putPendingSecret(password);
    stage.executeAsSuperuser("alter role ecom_user password '" + password + "'");
    stage.executeAsSuperuser(CUT_CONNECTIONS);
    awaitMore(statuses);
    stage.promotePendingSecret();
    stage.executeAsSuperuser(CUT_CONNECTIONS);
    awaitMore(statuses);
  }

  private static void awaitMore(List<Integer> statuses) {
    int before = statuses.size();
    Poll.until("requests go on", Duration.ofSeconds(20), () -> statuses.size() > before + 50);
  }
}
