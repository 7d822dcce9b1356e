package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Registrants;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that hold a connection by sending or reading as slowly as they can. */
final class SlowClientsIT {
  private static final int DRIP = 100;
  private static final int MANY_DRIPS = 300;

  private static Stage stage;
  private static ServiceProcess service;

  @BeforeAll
  static void open() {
    stage = Stage.open();
    service = stage.startService(Map.of("SIGNUP_HTTP_CLIENT_PATIENCE", "1s"));
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void cutsWhoSendsAHeadForever() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

      assertThat(isCut(socket)).isTrue();
    }
  }

  @Test
  void cutsWhoSendsABodyForever() throws Exception {
    try (Socket socket = connect()) {
      send(
          socket,
          """
          POST /customer-registration HTTP/1.1\r
          Host: localhost\r
          Content-Type: application/json\r
          Content-Length: 60000\r
          \r
          {"first_name": "\
          """);

      assertThat(isCut(socket)).isTrue();
    }
  }

  /** Asks for more than the buffers of both sides hold, and reads nothing of it. */
  @Test
  void cutsWhoReadsNothing() throws Exception {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress("localhost", service.port()));
      String request = "GET /assets/redoc.standalone.js HTTP/1.1\r\nHost: localhost\r\n\r\n";

      double before = cut();
      assertThat(isCut(socket, request.repeat(20))).isTrue();
      assertThat(cut()).isGreaterThan(before);
    }
  }

  @Test
  void leavesAloneWhoIsQuietBetweenRequests() throws Exception {
    try (Socket socket = connect()) {
      String request = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
      send(socket, request);
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      Thread.sleep(3000);
      socket.getInputStream().skipNBytes(socket.getInputStream().available());
      send(socket, request);

      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    assertThat(
            service
                .post("/customer-registration", Registrants.registration("fast@example.com"))
                .statusCode())
        .isEqualTo(200);
  }

  private static double cut() {
    return service.metric("signup_slow_clients_cut_total");
  }

  private static Socket connect() throws IOException {
    return new Socket("localhost", service.port());
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream stream = socket.getOutputStream();
    stream.write(text.getBytes(StandardCharsets.US_ASCII));
    stream.flush();
  }

  private static boolean isCut(Socket socket) throws InterruptedException {
    return isCut(socket, "x");
  }

  /** Whether the other side closes while we go on sending this now and then. */
  private static boolean isCut(Socket socket, String drip) throws InterruptedException {
    for (int i = 0; i < MANY_DRIPS; i++) {
      try {
        send(socket, drip.length() > 1 && i > 0 ? "\r\n" : drip);
      } catch (SocketException e) {
        return true;
      } catch (IOException e) {
        return false;
      }
      Thread.sleep(DRIP);
    }
    return false;
  }
}
