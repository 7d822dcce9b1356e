package com.ecom.signup.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The two forms that the secret of a database has: the bare password, or what RDS writes. */
final class SecretValue {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SecretValue() {}

  /** The member {@code password} of a JSON object, or else all of it. */
  static String password(String value) {
    if (!value.stripLeading().startsWith("{")) {
      return value.strip();
    }
    try {
      JsonNode password = JSON.readTree(value).path("password");
      return password.isTextual() ? password.asText() : value.strip();
    } catch (JsonProcessingException e) {
      return value.strip(); // a bare password may begin with a brace
    }
  }
}
