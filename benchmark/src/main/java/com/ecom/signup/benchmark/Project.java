package com.ecom.signup.benchmark;

import com.ecom.signup.local.Artefact;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param root the folder of the project
 */
record Project(Path root) {

  /** What is measured. */
  Artefact artefact() {
    return new Artefact(root.resolve("service/target/quarkus-app"));
  }

  Path baseline() {
    return root.resolve("benchmark/baseline");
  }

  /** The same Java that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
