package com.ecom.signup.admission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request that was read at one glance, with all of its body. Only what cannot be
 * understood in two ways is read as one (RFC 9112, sections 3, 5 and 6), since whoever sent it may
 * have sent others behind it: HTTP/1.1 on a connection that stays open, with one length.
 */
public final class RequestHead {
  private static final String LINE_END = "\r\n";
  private static final String HEAD_END = "\r\n\r\n";
  private static final String VERSION = " HTTP/1.1";
  private static final String OF_NAMES = "abcdefghijklmnopqrstuvwxyz0123456789-";
  private static final String LENGTH = "content-length";
  private static final Set<String> LEADS_ELSEWHERE =
      Set.of("transfer-encoding", "expect", "upgrade");

  private final String target;
  private final Map<String, String> headers;

  private RequestHead(String target, Map<String, String> headers) {
    this.target = target;
    this.headers = headers;
  }

  /**
   * Reads a head.
   *
   * @param bytes all that has come
   * @return empty unless they are one whole request
   */
  static Optional<RequestHead> read(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf(HEAD_END);
    int line = text.indexOf(LINE_END);
    if (end < 0 || !text.startsWith(VERSION, line - VERSION.length())) {
      return Optional.empty();
    }
    Map<String, String> headers = headers(text, line, end);
    return headers != null && isWhole(headers, bytes.length - end - HEAD_END.length())
        ? Optional.of(new RequestHead(text.substring(0, line - VERSION.length()), headers))
        : Optional.empty();
  }

  /** Null if one is no header, or there twice. */
  private static @Nullable Map<String, String> headers(String text, int from, int end) {
    Map<String, String> headers = new HashMap<>();
    int before = from;
    while (before < end) {
      int start = before + LINE_END.length();
      int next = text.indexOf(LINE_END, start);
      int colon = text.indexOf(':', start);
      if (colon < 0 || colon > next) {
        return null;
      }
      String name = text.substring(start, colon).toLowerCase(Locale.ROOT);
      String value = text.substring(colon + 1, next).strip();
      if (!isName(name) || headers.put(name, value) != null) {
        return null;
      }
      before = next;
    }
    return headers;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (OF_NAMES.indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isWhole(Map<String, String> headers, int body) {
    return String.valueOf(body).equals(headers.get(LENGTH))
        && "keep-alive".equalsIgnoreCase(headers.getOrDefault("connection", "keep-alive"))
        && LEADS_ELSEWHERE.stream().noneMatch(headers::containsKey);
  }

  /** Method and path with its query, as in {@code POST /v1/customers}. */
  public String target() {
    return target;
  }

  /**
   * The value of a header, without the space around it.
   *
   * @param name in lower case
   */
  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
