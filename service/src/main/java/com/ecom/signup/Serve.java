package com.ecom.signup;

import com.ecom.signup.database.Schema;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Serves until it is told to stop. */
final class Serve implements QuarkusApplication {
  private static final int SCHEMA_REFUSED = 1;

  private final Schema schema;

  Serve(Schema schema) {
    this.schema = schema;
  }

  @Override
  public int run(String... arguments) {
    schema.openBeside(() -> Quarkus.asyncExit(SCHEMA_REFUSED));
    Quarkus.waitForExit();
    return 0;
  }
}
