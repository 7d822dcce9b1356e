package com.ecom.signup.erasure;

import com.ecom.signup.consent.Proof;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.erasure.PersonalData.Kept;
import com.ecom.signup.erasure.PersonalData.Subject;
import com.ecom.signup.event.Entry;
import com.ecom.signup.event.Ledger;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows all that is kept of a customer (GDPR, articles 15 and 20), by every owner of it. */
@Singleton
public final class Disclosures {
  private static final int MOST_EVENTS = 10_000;

  private final Instance<PersonalData> owners;

  Disclosures(Instance<PersonalData> owners) {
    this.owners = owners;
  }

  /**
   * All of it, and of whom it was merged with, the customer first; empty if there is no such
   * customer (any more).
   */
  public Optional<List<Kept>> of(Connection connection, UUID customer) throws SQLException {
    List<Profile> person = Profiles.ofPerson(connection, customer);
    return person.isEmpty() ? Optional.empty() : Optional.of(all(connection, person));
  }

  private List<Kept> all(Connection connection, List<Profile> person) throws SQLException {
    List<Kept> all = new ArrayList<>();
    for (Profile profile : person) {
      all.add(new Kept("customer", values(profile)));
    }
    for (Profile profile : person) {
      for (Map<String, String> entry : Proof.of(connection, profile.id()).rows()) {
        all.add(new Kept("consent", entry));
      }
    }
    for (Profile profile : person) {
      for (Entry event : Ledger.ofCustomer(connection, profile.id(), 0, MOST_EVENTS)) {
        all.add(new Kept("event", values(event)));
      }
    }
    Subject subject = new Subject(person.stream().map(Profile::id).toList(), keys(person));
    for (PersonalData owner : owners) {
      all.addAll(owner.kept(connection, subject));
    }
    return all;
  }

  private static List<String> keys(List<Profile> person) {
    return person.stream()
        .flatMap(profile -> EmailAddress.keyOf(profile.form().emailId()).stream())
        .distinct()
        .toList();
  }

  private static Map<String, String> values(Profile profile) {
    CustomerForm form = profile.form();
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "id", profile.id());
    put(values, "status", profile.standing().name().toLowerCase(Locale.ROOT));
    put(values, "registered_at", profile.registeredAt());
    put(values, "first_name", form.firstName());
    put(values, "last_name", form.lastName());
    put(values, "email", form.emailId());
    put(values, "phone", form.phone());
    put(values, "phone_e164", profile.phone());
    put(values, "province", form.province());
    put(values, "city", form.city());
    put(values, "postal_code", form.postalcode());
    put(values, "country", form.country());
    return values;
  }

  private static Map<String, String> values(Entry event) {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "id", event.id());
    put(values, "type", event.type());
    put(values, "status", event.status().word());
    put(values, "occurred_at", event.occurredAt());
    put(values, "delivered_at", event.deliveredAt());
    put(values, "message_id", event.messageId());
    return values;
  }

  private static void put(Map<String, String> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
  }
}
