package com.ecom.signup.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which bodies are read as JSON, and in which encoding. */
final class MediaTypes {
  private MediaTypes() {}

  /**
   * As the old service had it: a body of no stated type is JSON, and so is {@code application/json}
   * or anything that ends in {@code +json}, whatever its parameters.
   */
  static boolean isJson(@Nullable String contentType) {
    if (contentType == null || contentType.equals("application/json")) {
      return true;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  /** Whether a body is said to be JSON: unlike with {@link #isJson}, silence says nothing. */
  static boolean saysJson(@Nullable String contentType) {
    return contentType != null && isJson(contentType);
  }

  /** Whether a body is said to be a JSON Merge Patch (RFC 7396). */
  static boolean isMergePatch(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/merge-patch+json");
  }

  /** Whether somebody who accepts these types is a browser, to whom a page says more than JSON. */
  static boolean wantsHtml(@Nullable String accept) {
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }

  /** The text of a body, if it is UTF-8. */
  static Optional<String> decode(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
