package com.ecom.signup.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** The two forms that the secret of a database has: the bare password, or what RDS writes. */
final class SecretValue {
  private static final JsonFactory JSON = new JsonFactory();

  private SecretValue() {}

  /** The member {@code password} of a JSON object, or else all of it. */
  static String password(String value) {
    if (!value.stripLeading().startsWith("{")) {
      return value.strip();
    }
    try (JsonParser json = JSON.createParser(value)) {
      return member(json).orElseGet(value::strip);
    } catch (IOException e) {
      return value.strip(); // a bare password may begin with a brace
    }
  }

  private static Optional<String> member(JsonParser json) throws IOException {
    Optional<String> password = Optional.empty();
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = json.currentName().equals("password");
      if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
        password = Optional.of(json.getText());
      }
      json.skipChildren();
    }
    return password;
  }
}
