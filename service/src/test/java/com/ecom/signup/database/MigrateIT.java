package com.ecom.signup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import com.ecom.signup.local.database.EmbeddedDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Migrations as a task of their own, and the starts before and after it. */
final class MigrateIT {
  private static final String MIGRATIONS =
      "select count(*) from customer.flyway_schema_history where version is not null and success";

  private static final String NEWEST =
      "select count(*) from customer.flyway_schema_history where version = '%s'"
          .formatted(Migrations.NEWEST);

  @Test
  void putsTheSchemaInPlaceAndEnds() {
    try (Stage stage = Stage.open()) {
      ServiceProcess task = ServiceProcess.launch(stage.variables(), List.of("migrate"));

      assertThat(task.exitCode()).as(task.log()).isZero();
      assertThat(task.log()).contains("The schema is in place");
      long migrations = stage.count(MIGRATIONS);
      assertThat(migrations).isPositive();

      ServiceProcess service = stage.startService();
      assertThat(
              service
                  .post("/customer-registration", Registrants.registration("after@example.com"))
                  .statusCode())
          .isEqualTo(200);
      assertThat(stage.count(MIGRATIONS)).isEqualTo(migrations);
    }
  }

  @Test
  void runsBesideReplicaThatServes() {
    try (Stage stage = Stage.open()) {
      stage.startService();

      assertThat(ServiceProcess.launch(stage.variables(), List.of("migrate")).exitCode()).isZero();
    }
  }

  @Test
  void migratesAtTheStartWhatNoTaskHasMigrated() {
    try (Stage stage = Stage.open()) {
      Flyway.configure()
          .dataSource(
              stage.database().jdbcUrl(), EmbeddedDatabase.USER, stage.database().password())
          .schemas("customer")
          .configuration(Migrations.LOCK_OF_SESSION)
          .target(Integer.parseInt(Migrations.NEWEST) - 1 + "?")
          .load()
          .migrate();
      assertThat(stage.count(NEWEST)).isZero();

      ServiceProcess service = stage.startService();

      assertThat(stage.count(NEWEST)).isOne();
      assertThat(
              service
                  .post("/customer-registration", Registrants.registration("again@example.com"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void saysWhyItCannot() {
    try (Stage stage = Stage.open("create schema customer; create table customer.event (n int)")) {
      ServiceProcess task = ServiceProcess.launch(stage.variables(), List.of("migrate"));

      assertThat(task.exitCode()).isEqualTo(1);
      assertThat(task.log()).contains("The schema cannot be put in place: SQLSTATE 42P07");
    }
  }

  @Test
  void refusesArgumentsThatItDoesNotKnow() {
    try (Stage stage = Stage.open()) {
      ServiceProcess task = ServiceProcess.launch(stage.variables(), List.of("migrat"));

      assertThat(task.exitCode()).isEqualTo(1);
      assertThat(task.log()).contains("unknown arguments; --help tells what there is");
    }
  }
}
