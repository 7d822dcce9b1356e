package com.ecom.signup.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A request's body, read as the old service read it: numbers count as text, unknown members are
 * kept aside, and of a repeated member the last one counts.
 */
sealed interface JsonBody {
  /** An object with its members. */
  record Members(Map<String, Member> members) implements JsonBody {}

  /** {@code null}, or no body at all. */
  record Nothing() implements JsonBody {}

  /** JSON, but no object. */
  record NotAnObject() implements JsonBody {}

  /** Not JSON. */
  record Malformed() implements JsonBody {}

  /** What an object says of one of its members. */
  sealed interface Member {
    /** A string, or a number as it is written. */
    record Text(String value) implements Member {
      @Override
      public String toString() {
        return "Text[***]";
      }
    }

    /** {@code null}. */
    record Null() implements Member {}

    /** A boolean, an array or an object. */
    record NotText() implements Member {}
  }

  /** Reads a whole body. */
  static JsonBody read(byte[] body) {
    try (JsonParser json = Reading.JSON.createParser(body)) {
      JsonToken first = json.nextToken();
      JsonBody read = first == null ? new Malformed() : value(json, first);
      return json.nextToken() == null ? read : new Malformed();
    } catch (IOException e) {
      return new Malformed();
    }
  }

  /** The members that end before the body breaks off. */
  static Members readBeginning(byte[] body) {
    Map<String, Member> members = new HashMap<>();
    try (JsonParser json = Reading.JSON.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        Reading.members(json, members);
      }
    } catch (IOException e) {
      // expected: the rest is missing
    }
    return new Members(members);
  }

  private static JsonBody value(JsonParser json, JsonToken first) throws IOException {
    return switch (first) {
      case START_OBJECT -> new Members(Reading.members(json, new HashMap<>()));
      case START_ARRAY -> Reading.isEmptyArray(json) ? new Members(Map.of()) : new NotAnObject();
      case VALUE_NULL -> new Nothing();
      default -> new NotAnObject();
    };
  }

  /** How the members are read off the parser. */
  final class Reading {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Member NULL = new Member.Null();
    private static final Member NOT_TEXT = new Member.NotText();

    private Reading() {}

    private static Map<String, Member> members(JsonParser json, Map<String, Member> into)
        throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        into.put(name, member(json));
      }
      return into;
    }

    private static Member member(JsonParser json) throws IOException {
      return switch (json.nextToken()) {
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Member.Text(json.getText());
        case VALUE_NULL -> NULL;
        case START_OBJECT, START_ARRAY -> {
          json.skipChildren();
          yield NOT_TEXT;
        }
        default -> NOT_TEXT;
      };
    }

    private static boolean isEmptyArray(JsonParser json) throws IOException {
      boolean empty = json.nextToken() == JsonToken.END_ARRAY;
      while (json.currentToken() != null && !json.getParsingContext().inRoot()) {
        json.nextToken();
      }
      return empty;
    }
  }
}
