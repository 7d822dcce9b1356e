package com.ecom.signup.local.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page on which a developer watches what the service publishes and mails. */
final class LocalPages implements HttpHandler {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MAIL = Pattern.compile("/local/mails/([0-9a-f-]{36})");

  private final Journal journal;
  private final LiveEvents events;
  private final URI signUp;

  LocalPages(Journal journal, LiveEvents events, URI signUp) {
    this.journal = journal;
    this.events = events;
    this.signUp = signUp;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    protect(exchange.getResponseHeaders());
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !isThisMachine(host)) {
      text(403, "Only for localhost.").send(exchange);
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> get(exchange);
      case "POST" -> post(exchange, host);
      default -> text(405, "Only GET, HEAD and POST.").send(exchange);
    }
  }

  /** Any other name could be a foreign page's own, rebound to this machine. */
  private static boolean isThisMachine(String host) {
    return host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
  }

  private static void protect(Headers headers) {
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
            + " data:; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
            + " 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  private void get(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/local", "/local/" -> page().send(exchange);
      case "/local/page.css" ->
          new Answer(200, "text/css;charset=utf-8", resource("page.css")).send(exchange);
      case "/local/page.js" ->
          new Answer(200, "text/javascript;charset=utf-8", resource("page.js")).send(exchange);
      case "/local/publications" -> publications().send(exchange);
      case "/local/mails" -> mails().send(exchange);
      case "/local/events" -> events.stream(exchange);
      default -> html(path).send(exchange);
    }
  }

  private void post(HttpExchange exchange, String host) throws IOException {
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    Answer answer = clear(exchange.getRequestURI().getPath(), host, origin);
    answer.send(exchange);
  }

  private Answer clear(String path, String host, @Nullable String origin) {
    if (!path.equals("/local/clear")) {
      return text(404, "There is no such page.");
    }
    if (!("http://" + host).equals(origin)) {
      return text(403, "Only from this page.");
    }
    journal.clear();
    return text(204, "");
  }

  private Answer publications() {
    var all = JSON.createArrayNode();
    journal.publications().forEach(publication -> all.add(LiveEvents.json(publication)));
    return new Answer(200, "application/json", all.toString());
  }

  private Answer mails() {
    var all = JSON.createArrayNode();
    journal.mails().forEach(mail -> all.add(LiveEvents.json(mail)));
    return new Answer(200, "application/json", all.toString());
  }

  private Answer html(String path) {
    Matcher id = MAIL.matcher(path);
    if (!id.matches()) {
      return text(404, "There is no such page.");
    }
    return journal.mails().stream()
        .filter(mail -> mail.id().equals(id.group(1)))
        .map(Mail::html)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(LocalPages::isolated)
        .orElseGet(() -> text(404, "There is no such HTML part."));
  }

  /**
   * A mail's own document, which gets no script, no other host and no access to this page, even
   * when it is opened outside of the frame; its links open in tabs that have no such limits.
   */
  private static Answer isolated(String html) {
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action"
            + " 'none'; frame-ancestors 'self'; sandbox allow-popups"
            + " allow-popups-to-escape-sandbox";
    return new Answer(
        200,
        "text/html;charset=utf-8",
        html + "<base target=\"_blank\">",
        Map.of("Content-Security-Policy", policy));
  }

  private Answer page() throws IOException {
    String page = resource("page.html").replace("{sign-up}", signUp.toString());
    return new Answer(200, "text/html;charset=utf-8", page);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LocalPages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Answer text(int status, String text) {
    return new Answer(status, "text/plain;charset=utf-8", text);
  }
}
