package com.ecom.signup.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Publications and mails as server-sent events.
 *
 * <p>An id is the run and what was seen of it, so that a page that reconnects continues where it
 * was, and one that outlived the server starts again.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent
 *     events</a>
 */
final class LiveEvents {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journal journal;
  private final String run = Xml.randomId();

  LiveEvents(Journal journal) {
    this.journal = journal;
  }

  void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      follow(out, exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(OutputStream out, @Nullable String lastId)
      throws IOException, InterruptedException {
    Cursor cursor = resumed(lastId);
    Journal.News news = journal.await(cursor.position(), cursor.cleared(), Duration.ZERO);
    while (news != null) {
      StringBuilder text = new StringBuilder();
      if (news.cleared() != cursor.cleared()) {
        cursor = new Cursor(news.cleared(), Math.max(cursor.position(), news.cleared()));
        text.append("event: cleared\n");
        append(text, cursor, "");
      }
      for (Latest.Entry<? extends Kept> entry : news.entries()) {
        cursor = new Cursor(cursor.cleared(), entry.position());
        switch (entry.kept()) {
          case Publication publication -> append(text, cursor, json(publication).toString());
          case Mail mail -> append(text.append("event: mail\n"), cursor, json(mail).toString());
        }
      }
      out.write(text.append(":\n\n").toString().getBytes(UTF_8));
      out.flush();
      news = journal.await(cursor.position(), cursor.cleared(), HEARTBEAT);
    }
  }

  private void append(StringBuilder text, Cursor cursor, String data) {
    text.append("id: %s:%d:%d\n".formatted(run, cursor.cleared(), cursor.position()));
    text.append("data: ").append(data).append("\n\n");
  }

  private Cursor resumed(@Nullable String lastId) {
    if (lastId == null || !lastId.matches(run + ":\\d{1,18}:\\d{1,18}")) {
      return new Cursor(-1, 0);
    }
    String[] parts = lastId.split(":", -1);
    return new Cursor(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }

  static ObjectNode json(Publication publication) {
    ObjectNode json = JSON.createObjectNode();
    json.put("position", publication.position());
    json.put("received", publication.received().toString());
    json.put("messageId", publication.messageId());
    json.put("topic", publication.topicArn());
    json.put("groupId", publication.groupId());
    json.put("deduplicationId", publication.deduplicationId());
    publication.attributes().forEach(json.putObject("attributes")::put);
    json.put("message", publication.message());
    json.set("body", body(publication.message()));
    return json;
  }

  static ObjectNode json(Mail mail) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", mail.id());
    json.put("at", mail.at().toString());
    json.put("from", mail.from());
    mail.to().forEach(json.putArray("to")::add);
    json.put("subject", mail.subject());
    json.put("text", mail.text());
    json.put("html", mail.html());
    mail.headers().forEach(json.putObject("headers")::put);
    return json;
  }

  /** The message as JSON when it is some, so that a reader needs not parse text within text. */
  private static @Nullable JsonNode body(String message) {
    try {
      JsonNode body = JSON.readTree(message);
      return body.isContainerNode() ? body : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** What a page has seen: up to which position the journal was cleared, and the last entry. */
  private record Cursor(long cleared, long position) {}
}
