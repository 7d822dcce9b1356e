package com.ecom.signup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;

/** The JSON that an answer holds. */
public final class AnswerJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AnswerJson() {}

  /** Reads it; fails the test where it is none. */
  public static JsonNode of(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + answer.statusCode() + " " + answer.body(), e);
    }
  }
}
