package com.ecom.signup.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request with a header that no client library would send. */
final class RawRequest {
  private static final int PATIENCE = 10_000;

  private RawRequest() {}

  /** The status of the answer to an empty object under this key. */
  static int status(int port, String key) throws IOException {
    String request =
        """
        POST /v1/customers HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Idempotency-Key: %s\r
        Content-Length: 2\r
        Connection: close\r
        \r
        {}\
        """
            .formatted(key);
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String line =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      return Integer.parseInt(line.substring(9, 12));
    }
  }
}
