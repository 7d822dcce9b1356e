package com.ecom.signup.page;

/** The media type of a file by the end of its name. */
final class MediaType {

  private MediaType() {}

  /**
   * The charset is part of it: without one, a browser guesses, and may guess what the text says.
   */
  static String of(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json"; // UTF-8 by RFC 8259, 8.1
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no media type is known for " + name);
    };
  }
}
