package com.ecom.signup.fault;

import com.ecom.signup.local.port.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** HAProxy before two replicas, which it asks for their readiness as one of AWS does. */
final class LoadBalancer implements AutoCloseable {
  private final int port = FreePort.find();
  private final Process process;

  /** A replica's public port and its management port. */
  record Ports(int open, int management) {
    static Ports free() {
      return new Ports(FreePort.find(), FreePort.find());
    }
  }

  LoadBalancer(Ports a, Ports b) {
    Path program = Tool.find("haproxy", Path.of("/usr/sbin"), "/haproxy");
    try {
      Path file = Files.createTempFile("haproxy", ".cfg");
      Files.writeString(file, configuration(a, b));
      process =
          new ProcessBuilder(List.of(program.toString(), "-db", "-f", file.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String configuration(Ports a, Ports b) {
    return """
    global
      maxconn 1000
    defaults
      mode http
      timeout connect 2s
      timeout client 30s
      timeout server 30s
    frontend public
      bind 127.0.0.1:%d
      default_backend replicas
    backend replicas
      balance roundrobin
      option httpchk GET /health/ready
      default-server check inter 200ms fall 2 rise 2
      server a 127.0.0.1:%d port %d
      server b 127.0.0.1:%d port %d
    """
        .formatted(port, a.open(), a.management(), b.open(), b.management());
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
