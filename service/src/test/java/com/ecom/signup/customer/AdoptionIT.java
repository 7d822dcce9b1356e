package com.ecom.signup.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A database that the old service made and filled, taken over as it is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AdoptionIT {
  private static final int PLAIN = 5000;

  private static Stage stage;
  private static ServiceProcess service;

  /** Narrow types, no key, and every kind of row that the old service let in. */
  @BeforeAll
  static void open() {
    stage =
        Stage.open(
            """
            create schema customer;
            create table customer.cust_registration (
              first_name varchar(50), last_name varchar(50), email_id varchar(300), phone text,
              province text, city text, postacode varchar(10), is_active boolean default true);
            insert into customer.cust_registration
            select 'Asha', 'Patel', 'plain.' || n || '@example.com', '+14165550123', 'ON', 'Toronto',
              'M5V 2T6', true
            from generate_series(1, %d) n;
            insert into customer.cust_registration values
              ('First', 'Twin', 'Twin@Example.com', '+14165550123', 'Ontario', 'Toronto', 'm5v2t6', true),
              ('Second', 'Twin', 'twin@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', true),
              ('Third', 'Twin', ' TWIN@EXAMPLE.COM ', '1', 'ON', 'Toronto', 'M5V 2T6', true),
              ('Gone', 'Twin', 'twin@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', false),
              ('Late', 'Back', 'back@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', false),
              ('Now', 'Back', 'back@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', true),
              ('Off', 'Only', 'off@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', false),
              ('Null', 'Active', 'null@example.com', '1', 'ON', 'Toronto', 'M5V 2T6', null),
              ('Odd', 'Mail', 'not-an-address', '1', 'ON', 'Toronto', 'M5V 2T6', true),
              ('Odd', 'Mail', '', '', '', '', '', true),
              (null, null, null, null, null, null, null, true);
            create table before as select * from customer.cust_registration;
            """
                .formatted(PLAIN));
    service = stage.startService();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  @Order(1)
  void losesNoRowAndChangesNoValue() {
    assertThat(
            stage.count(
                """
                select count(*) from (
                  (select first_name, last_name, email_id, phone, province, city, postacode from before)
                  except all
                  (select first_name, last_name, email_id, phone, province, city, postacode
                  from customer.cust_registration)
                ) lost
                """))
        .isZero();
    assertThat(stage.count("select count(*) from customer.cust_registration"))
        .isEqualTo(PLAIN + 11);
    assertThat(stage.count("select count(*) from customer.event")).isZero();
  }

  @Test
  @Order(2)
  void keepsTheOldestActiveRowOfAnAddress() {
    assertThat(activeFirstName("twin@example.com", "First")).isTrue();
    assertThat(activeFirstName("back@example.com", "Now")).isTrue();
    assertThat(
            stage.count(
                """
                select count(*)
                from customer.cust_registration superseded
                join customer.cust_registration customer on customer.id = superseded.superseded_by
                where not superseded.is_active and superseded.first_name in ('Second', 'Third')
                  and customer.first_name = 'First'
                """))
        .isEqualTo(2);
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where superseded_by is not null"))
        .isEqualTo(2);
  }

  private static boolean activeFirstName(String key, String firstName) {
    return stage.count(
            "select count(*) from customer.cust_registration where email_key = ? and is_active and"
                + " first_name = ?",
            key,
            firstName)
        == 1;
  }

  @Test
  @Order(3)
  void answersAsTheOldServiceDidForThoseRows() {
    assertThat(lookup("plain.1@example.com")).isEqualTo("\"User exist.You may login\"");
    assertThat(lookup("plain." + PLAIN + "@example.com")).isEqualTo("\"User exist.You may login\"");
    assertThat(lookup("twin@example.com")).isEqualTo("\"User exist.You may login\"");
    assertThat(lookup("off@example.com")).isEqualTo("\"User does not exist\"");
    assertThat(lookup("null@example.com")).isEqualTo("\"User does not exist\"");
  }

  @Test
  @Order(4)
  void takesTheDetailsOfAnAdoptedCustomerForSafeRetry() {
    assertThat(register("plain.7@example.com", "Asha")).isEqualTo(200);
    assertThat(register("plain.7@example.com", "Other")).isEqualTo(409);
    assertThat(stage.count("select count(*) from customer.event")).isZero();
  }

  @Test
  @Order(5)
  void letsSomebodyWhoWasSwitchedOffRegisterAnew() {
    assertThat(register("off@example.com", "Asha")).isEqualTo(200);
    assertThat(lookup("off@example.com")).isEqualTo("\"User exist.You may login\"");
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where email_id ="
                    + " 'off@example.com'"))
        .isEqualTo(2);
  }

  @Test
  @Order(6)
  void takesNamesLongerThanTheOldColumns() {
    assertThat(register("long.name@example.com", "x".repeat(100))).isEqualTo(200);
  }

  @Test
  @Order(7)
  void adoptsAtTheNextStartWhatTheOldServiceWroteMeanwhile() {
    stage.execute(
        """
        insert into customer.cust_registration
          (first_name, last_name, email_id, phone, province, city, postacode)
        values
          ('Mean', 'While', 'meanwhile@example.com', '1', 'ON', 'Toronto', 'M5V 2T6'),
          ('Late', 'Twin', 'long.name@example.com', '1', 'ON', 'Toronto', 'M5V 2T6')
        """);
    service.close();
    service = stage.startService();

    assertThat(lookup("meanwhile@example.com")).isEqualTo("\"User exist.You may login\"");
    assertThat(
            stage.count(
                "select count(*) from customer.cust_registration where first_name = 'Late' and"
                    + " last_name = 'Twin' and superseded_by is not null"))
        .isEqualTo(1);
    assertThat(service.log()).contains("Adopted 2 rows of the old service: 1 of them superseded");
    assertThat(service.log()).contains("3 rows hold no valid address");
  }

  private static int register(String address, String firstName) {
    return service
        .post("/customer-registration", Registrants.registration(address, firstName))
        .statusCode();
  }

  private static String lookup(String address) {
    return service.post("/verify-registratration", Registrants.lookup(address)).body();
  }
}
