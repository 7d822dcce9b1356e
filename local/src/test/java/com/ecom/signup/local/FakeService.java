package com.ecom.signup.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/** Says that it is ready, shows its environment, and exits with the code that it is asked for. */
final class FakeService {

  private FakeService() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      System.exit(Integer.parseInt(arguments[0]));
    }
    Map<String, String> environment = new TreeMap<>(System.getenv());
    int port = Integer.parseInt(environment.getOrDefault("MANAGEMENT_PORT", "0"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/health/ready", exchange -> answer(exchange, "UP"));
    server.createContext("/environment", exchange -> answer(exchange, environment.toString()));
    server.createContext("/exit", exchange -> Runtime.getRuntime().halt(7));
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("service stopped")));
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
