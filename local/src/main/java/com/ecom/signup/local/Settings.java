package com.ecom.signup.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a developer may choose, by environment variables.
 *
 * @param ports by the name of their variable
 */
record Settings(Map<String, Integer> ports, Path dataFolder) {

  private static final Map<String, Integer> DEFAULTS = new LinkedHashMap<>();

  static {
    DEFAULTS.put("PORT", 8001);
    DEFAULTS.put("MANAGEMENT_PORT", 8002);
    DEFAULTS.put("LOCAL_PORT", 8003);
  }

  static Settings from(Map<String, String> environment, Path root) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    DEFAULTS.forEach(
        (name, port) -> {
          String value = environment.getOrDefault(name, port.toString());
          if (!isPort(value)) {
            problems.add(name + " must be a number from 1 to 65535, but is \"" + value + "\"");
          } else if (ports.containsValue(Integer.valueOf(value))) {
            problems.add(name + " is " + value + ", as another port is; give each its own");
          } else {
            ports.put(name, Integer.valueOf(value));
          }
        });
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    String folder = environment.getOrDefault("DATA_DIR", "");
    return new Settings(ports, root.resolve(folder.isBlank() ? ".data" : folder).normalize());
  }

  private static boolean isPort(String value) {
    return value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= 65_535;
  }

  int port() {
    return named("PORT");
  }

  int managementPort() {
    return named("MANAGEMENT_PORT");
  }

  int localPort() {
    return named("LOCAL_PORT");
  }

  private int named(String name) {
    Integer port = ports.get(name);
    if (port == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return port;
  }
}
