package com.ecom.signup.registration;

import com.ecom.signup.consent.Snapshot;
import com.ecom.signup.consent.Standing;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.StoredCustomer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event that announces a customer. Its body has the seven keys of the old service with the
 * values as the customer typed them; keys may be added, never removed. Told again, it has the
 * values as they are stored.
 *
 * @param typed the values of the seven keys
 * @param phone in E.164
 * @param province its code, where it has one
 * @param postalCode in its usual form
 * @param consents how it stands with them, by purpose
 * @param unsubscribeUrl by which they unsubscribe with one click (RFC 8058), if there is consent
 */
record CustomerRegistered(
    UUID customerId,
    CustomerForm typed,
    @Nullable String phone,
    @Nullable String province,
    @Nullable String postalCode,
    List<Standing> consents,
    @Nullable String unsubscribeUrl) {
  static final String TYPE = "com.ecom.customer.registered.v1";

  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_LENGTH = 512;

  static CustomerRegistered of(
      UUID customerId,
      CustomerDetails details,
      List<Standing> consents,
      @Nullable String unsubscribeUrl) {
    CustomerForm typed =
        new CustomerForm(
            details.firstName(),
            details.lastName(),
            details.email().address(),
            details.phone().typed(),
            details.asTyped().province(),
            details.city(),
            details.asTyped().postalCode(),
            details.country());
    return new CustomerRegistered(
        customerId,
        typed,
        details.phone().e164(),
        details.province(),
        details.postalCode(),
        consents,
        unsubscribeUrl);
  }

  static CustomerRegistered of(
      StoredCustomer customer, List<Standing> consents, @Nullable String unsubscribeUrl) {
    CustomerForm stored = customer.form();
    return new CustomerRegistered(
        customer.id(),
        stored,
        customer.phone(),
        stored.province(),
        stored.postalcode(),
        consents,
        unsubscribeUrl);
  }

  String body() {
    StringWriter body = new StringWriter(USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("first_name", typed.firstName());
      json.writeStringField("last_name", typed.lastName());
      json.writeStringField("email_id", typed.emailId());
      json.writeStringField("phone", typed.phone());
      json.writeStringField("province", typed.province());
      json.writeStringField("city", typed.city());
      json.writeStringField("postalcode", typed.postalcode());
      json.writeStringField("customer_id", customerId.toString());
      json.writeStringField("phone_e164", phone);
      json.writeStringField("province_code", province);
      json.writeStringField("postal_code", postalCode);
      json.writeStringField("country", typed.country());
      Snapshot.write(json, consents);
      if (unsubscribeUrl != null) {
        json.writeStringField("unsubscribe_url", unsubscribeUrl);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toString();
  }

  @Override
  public String toString() {
    return "CustomerRegistered[" + customerId + "]";
  }
}
