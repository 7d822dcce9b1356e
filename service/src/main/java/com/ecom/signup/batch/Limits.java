package com.ecom.signup.batch;

import com.ecom.signup.environment.Positive;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How much a {@link Coalescer} takes on; read from the configuration of the package that has one.
 */
public interface Limits {
  /**
   * Batches in flight at once. One is best where a batch costs little: the batches are twice as
   * large, and PostgreSQL's cost of a row rises with the number of batches in flight.
   */
  @WithDefault("1")
  @WithConverter(Positive.class)
  int lanes();

  /** Calls in one batch, at most. */
  @WithDefault("256")
  @WithConverter(Positive.class)
  int batchSize();

  /** Calls that may wait; further ones are turned away at once. */
  @WithDefault("2048")
  @WithConverter(Positive.class)
  int queueSize();

  /**
   * While the first in the queue has waited longer than this although batches land, further calls
   * are turned away at once: what waits is more than the lanes bring home in that time.
   */
  @WithDefault("500ms")
  Duration queueTime();

  /** The longest that a call waits for its answer. */
  @WithDefault("4s")
  Duration patience();
}
