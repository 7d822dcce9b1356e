package com.ecom.signup;

import com.ecom.signup.database.DatabaseUrl;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.MisconfiguredException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Starts the service, or says in one line why it cannot. */
@QuarkusMain
public final class Main {
  private static final int REFUSED_TO_START = 1;

  private Main() {}

  public static void main(String... arguments) {
    try {
      Environment environment = Environment.of(System.getenv());
      requireFree(environment.port(), "PORT");
      requireFree(environment.managementPort(), "MANAGEMENT_PORT");
      properties(environment).forEach(System::setProperty);
    } catch (MisconfiguredException | PortTakenException e) {
      System.err.println("The registration service cannot start: " + e.getMessage());
      System.exit(REFUSED_TO_START);
    }
    Quarkus.run(arguments);
  }

  /** What application.properties refers to, by the names that it uses. */
  private static Map<String, String> properties(Environment environment) {
    return Map.of(
        "quarkus.profile", environment.name(),
        "PORT", String.valueOf(environment.port()),
        "MANAGEMENT_PORT", String.valueOf(environment.managementPort()),
        "DB_USER", environment.databaseUser(),
        "signup.database.url", DatabaseUrl.of(environment));
  }

  private static void requireFree(int port, String key) throws PortTakenException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new PortTakenException(
          "port %d is already taken; set %s to another".formatted(port, key));
    }
  }

  private static final class PortTakenException extends Exception {
    private static final long serialVersionUID = 1;

    PortTakenException(String message) {
      super(message);
    }
  }
}
