package com.ecom.signup.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of which nothing is ignored: a member that nobody asks for, or of another type than
 * asked for, is an error. What is wrong is gathered, so that the caller hears of all of it at once.
 */
final class StrictBody {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, Value> members;
  private final Set<String> asked = new HashSet<>();
  private final List<Invalid> errors = new ArrayList<>();

  private StrictBody(Map<String, Value> members) {
    this.members = members;
  }

  /**
   * A member's value.
   *
   * @param text of a string or a number; empty for what is neither
   */
  private record Value(JsonToken token, String text) {}

  /** Reads a body; empty if it is no JSON object, or has a member twice. */
  static Optional<StrictBody> read(byte[] body) {
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, Value> members = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        members.put(json.currentName(), value(json));
      }
      return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null
          ? Optional.of(new StrictBody(members))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Value value(JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    if (token == null) {
      return new Value(JsonToken.NOT_AVAILABLE, "");
    }
    String text = token.isScalarValue() ? json.getText() : "";
    json.skipChildren();
    return new Value(token, text);
  }

  /** Nothing at all, as where a body may be left out. */
  static StrictBody empty() {
    return new StrictBody(Map.of());
  }

  /** The string of this name; null where there is none, or {@code null}. */
  @Nullable String text(String name) {
    Value value = of(name, JsonToken.VALUE_STRING, "not-text", Wording.of("invalid_not_text"));
    return value == null ? null : value.text();
  }

  /** Whether there is a member of this name, be it {@code null}. */
  boolean has(String name) {
    return members.containsKey(name);
  }

  /** The whole number of this name, or another where there is none. */
  int number(String name, int otherwise, int least, int most) {
    Wording expected = Wording.of("invalid_out_of_range", least, most);
    Value value = of(name, JsonToken.VALUE_NUMBER_INT, "not-a-number", expected);
    if (value == null) {
      return otherwise;
    }
    int number = value.text().length() > 9 ? -1 : Integer.parseInt(value.text());
    if (number < least || number > most) {
      errors.add(Invalid.member(name, "out-of-range", expected));
    }
    return number;
  }

  /** Whether the member of this name is true. */
  boolean isTrue(String name) {
    asked.add(name);
    Value value = members.get(name);
    if (value != null && value.token() != JsonToken.VALUE_TRUE) {
      of(name, JsonToken.VALUE_FALSE, "not-a-boolean", Wording.of("invalid_not_a_boolean"));
    }
    return value != null && value.token() == JsonToken.VALUE_TRUE;
  }

  private @Nullable Value of(String name, JsonToken token, String code, Wording expected) {
    asked.add(name);
    Value value = members.get(name);
    if (value == null || value.token() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (value.token() != token) {
      errors.add(Invalid.member(name, code, expected));
      return null;
    }
    return value;
  }

  /** Whether an error has been found with the member of this name. */
  boolean isWrong(String name) {
    String place = Invalid.pointer(name);
    return errors.stream().anyMatch(error -> error.place().equals(place));
  }

  /** All that is wrong, once every member that there may be has been asked for. */
  List<Invalid> errors() {
    List<Invalid> all = new ArrayList<>(errors);
    for (String name : members.keySet()) {
      if (!asked.contains(name)) {
        all.add(Invalid.member(name, "unknown-member", Wording.of("invalid_unknown")));
      }
    }
    return all;
  }
}
