package com.ecom.signup.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param root the folder of the project
 */
record Project(Path root) {

  Path serviceJar() {
    return root.resolve("service/target/quarkus-app/quarkus-run.jar");
  }

  /** What the JVM of the service is told, there as here. */
  Path jvmOptions() {
    return root.resolve("service/jvm.options");
  }

  Path cache() {
    return root.resolve("service/target/quarkus-app/app.aot");
  }

  boolean hasCache() {
    return Files.exists(cache());
  }

  Path baseline() {
    return root.resolve("benchmark/baseline");
  }

  /** The same Java that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
