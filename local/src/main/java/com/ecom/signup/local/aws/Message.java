package com.ecom.signup.local.aws;

import static com.ecom.signup.local.aws.AwsError.invalidParameter;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message before a topic accepts it.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">attributes</a>
 */
record Message(
    String body,
    Map<String, Attribute> attributes,
    @Nullable String groupId,
    @Nullable String deduplicationId) {

  /** For a single message and for a batch together, attributes included. */
  static final int MOST_BYTES = 262_144;

  private static final Pattern NAME = Pattern.compile("[\\w.-]{1,256}");
  private static final List<String> RESERVED = List.of("aws.", "amazon.");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern ID = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");
  private static final Set<String> TYPES = Set.of("String", "String.Array", "Number", "Binary");

  record Attribute(String type, String value) {}

  static Message read(Form form) {
    return new Message(
        form.text("Message"),
        attributes(form),
        form.get("MessageGroupId"),
        form.get("MessageDeduplicationId"));
  }

  private static Map<String, Attribute> attributes(Form form) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (int i = 1; ; i++) {
      Form entry = form.below("MessageAttributes.entry." + i);
      String type = entry.get("Value.DataType");
      if (type == null && !entry.has("Name")) {
        return attributes;
      }
      String value = type != null && type.equals("Binary") ? "BinaryValue" : "StringValue";
      attributes.put(
          entry.text("Name"),
          new Attribute(type == null ? "" : type, entry.text("Value." + value)));
    }
  }

  void check() {
    if (body.isEmpty()) {
      throw invalidParameter("Empty message");
    }
    if (bytes() > MOST_BYTES) {
      throw invalidParameter("Message too long");
    }
    attributes.forEach(Message::check);
    checkId("MessageGroupId", groupId);
    checkId("MessageDeduplicationId", deduplicationId);
  }

  private static void check(String name, Attribute attribute) {
    if (!isAllowed(name)) {
      throw invalidParameter("The message attribute name '" + name + "' is not allowed");
    }
    if (!TYPES.contains(attribute.type())) {
      throw invalidParameter(
          "The message attribute '%s' has an invalid message attribute type '%s'"
              .formatted(name, attribute.type()));
    }
    if (attribute.value().isEmpty()) {
      throw invalidParameter(
          "The message attribute '%s' must contain non-empty message attribute value"
              .formatted(name));
    }
    if (attribute.type().equals("Number") && !NUMBER.matcher(attribute.value()).matches()) {
      throw invalidParameter("The message attribute '%s' is not a number".formatted(name));
    }
  }

  private static boolean isAllowed(String name) {
    return NAME.matcher(name).matches()
        && !name.startsWith(".")
        && !name.endsWith(".")
        && !name.contains("..")
        && RESERVED.stream()
            .noneMatch(start -> name.regionMatches(true, 0, start, 0, start.length()));
  }

  private static void checkId(String name, @Nullable String id) {
    if (id != null && !ID.matcher(id).matches()) {
      throw invalidParameter("The " + name + " must have 1 to 128 letters, digits or punctuation");
    }
  }

  int bytes() {
    int bytes = utf8(body);
    for (Map.Entry<String, Attribute> entry : attributes.entrySet()) {
      Attribute attribute = entry.getValue();
      bytes += utf8(entry.getKey()) + utf8(attribute.type()) + utf8(attribute.value());
    }
    return bytes;
  }

  private static int utf8(String text) {
    return text.getBytes(UTF_8).length;
  }

  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    attributes.forEach((name, attribute) -> values.put(name, attribute.value()));
    return values;
  }
}
