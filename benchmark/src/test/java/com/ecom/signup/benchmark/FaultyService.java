package com.ecom.signup.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers look-ups right, but every so many calls once in another way. */
final class FaultyService implements AutoCloseable {
  private static final int REQUEST = Route.LOOKUP.request(1, Address.FIRST_SERIES).length();

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger calls = new AtomicInteger();
  private final int every;
  private final byte[] right = answer(200, Route.LOOKUP.answer());
  private final byte[] wrong;

  private FaultyService(ServerSocket socket, int every, byte[] wrong) {
    this.socket = socket;
    this.every = every;
    this.wrong = wrong;
  }

  static FaultyService start(int every, int status, String body) {
    try {
      ServerSocket socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
      FaultyService service = new FaultyService(socket, every, answer(status, body));
      service.threads.execute(service::accept);
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] answer(int status, String body) {
    return "HTTP/1.1 %d Said\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.length(), body)
        .getBytes(ISO_8859_1);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket connection) {
    try (connection;
        InputStream in = connection.getInputStream();
        OutputStream out = connection.getOutputStream()) {
      while (in.readNBytes(REQUEST).length == REQUEST) {
        out.write(calls.incrementAndGet() % every == 0 ? wrong : right);
      }
    } catch (IOException e) {
      // the caller has gone
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
