package com.ecom.signup.registration;

import com.ecom.signup.customer.CustomerDetails;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The event that announces a customer. Its body has the seven keys of the old service with the
 * values as the customer typed them; keys may be added, never removed.
 */
record CustomerRegistered(UUID customerId, CustomerDetails details) {
  static final String TYPE = "com.ecom.customer.registered.v1";

  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_LENGTH = 512;

  String body() {
    StringWriter body = new StringWriter(USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("first_name", details.firstName());
      json.writeStringField("last_name", details.lastName());
      json.writeStringField("email_id", details.email().address());
      json.writeStringField("phone", details.phone().typed());
      json.writeStringField("province", details.asTyped().province());
      json.writeStringField("city", details.city());
      json.writeStringField("postalcode", details.asTyped().postalCode());
      json.writeStringField("customer_id", customerId.toString());
      json.writeStringField("phone_e164", details.phone().e164());
      json.writeStringField("province_code", details.province());
      json.writeStringField("postal_code", details.postalCode());
      json.writeStringField("country", details.country());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toString();
  }
}
