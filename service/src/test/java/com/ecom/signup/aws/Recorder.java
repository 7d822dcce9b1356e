package com.ecom.signup.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it is asked, and answers what it was told to. */
final class Recorder implements AutoCloseable {
  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Answering> answers = new ArrayDeque<>();

  /**
   * @param scope region and service that the signature is for
   */
  record Request(
      String method,
      String target,
      String contentType,
      String action,
      String scope,
      String time,
      String body) {}

  /** Answers one request. */
  interface Answering {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private Recorder(HttpServer server) {
    this.server = server;
  }

  static Recorder open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Recorder recorder = new Recorder(server);
      server.createContext("/", recorder::take);
      server.start();
      return recorder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  List<Request> requests() {
    return requests;
  }

  /** The next request is answered so. */
  void answer(int status, String body) {
    answer(exchange -> send(exchange, status, body));
  }

  void answer(Answering answering) {
    answers.add(answering);
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void take(HttpExchange exchange) throws IOException {
    String authorization = header(exchange, "Authorization");
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            header(exchange, "Content-Type"),
            header(exchange, "X-Amz-Target"),
            authorization.replaceFirst(
                "^AWS4-HMAC-SHA256 Credential=local/\\d{8}/([^,]*),.*", "$1"),
            header(exchange, "X-Amz-Date"),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    try {
      answers.remove().to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
