package com.ecom.signup.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds out before anything is started whether the ports can be had. */
final class Ports {

  private Ports() {}

  static void check(Map<String, Integer> ports) {
    List<String> problems =
        ports.entrySet().stream()
            .flatMap(port -> problem(port.getKey(), port.getValue()).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
  }

  private static Optional<String> problem(String name, int port) {
    try {
      // One after the other: some systems let a wildcard share a port with a single address.
      bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      bind(new InetSocketAddress(port));
      return Optional.empty();
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      String problem = reason.contains("permission") ? "needs permission" : "is already taken";
      int other = port < 1024 ? 8011 : port + (port > 65_525 ? -10 : 10);
      return Optional.of(
          "Port %d %s; choose another with %s=%d ./run".formatted(port, problem, name, other));
    }
  }

  private static void bind(InetSocketAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    }
  }
}
