package com.ecom.signup;

import com.ecom.signup.database.Schema;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Puts the schema in place and ends: a task of its own before replicas are replaced. */
final class Migrate implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(Migrate.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Schema schema;

  Migrate(Schema schema) {
    this.schema = schema;
  }

  @Override
  public int run(String... arguments) {
    if (!schema.putInPlace(PATIENCE)) {
      return 1;
    }
    LOG.info("The schema is in place");
    return 0;
  }
}
